import { POST as aliasRoute } from "#app/api/upload/route.ts";
import { POST as approveRoute } from "#app/api/v1/figurines/[id]/approve/route.ts";
import { GET as readFigurine, PATCH as reviseFigurine } from "#app/api/v1/figurines/[id]/route.ts";
import { POST as createRoute } from "#app/api/v1/figurines/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { eventStream } from "#lib/jobs/event-stream.ts";
import { DRAWN_MARKS } from "#tests/setup/face-photo.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

export const AGREED = { subject: "me", consent: "true" };
export const MARKED = {
  eyes: JSON.stringify(DRAWN_MARKS.eyes),
  mouth: JSON.stringify(DRAWN_MARKS.mouth),
};

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
  body: any;
}

/** The API of figurines as a person with a key calls it, over real sockets. */
export interface FigurineStudio {
  person: Person;
  /** Sends photos with form fields to `POST /api/v1/figurines`, or to its alias. */
  send(
    fields: Record<string, string>,
    photos: readonly Uint8Array[],
    to?: "alias",
  ): Promise<Answer>;
  read(id: string): Promise<Answer>;
  patch(id: string, changes: Record<string, unknown>): Promise<Answer>;
  approve(id: string): Promise<Answer>;
  /** Resolves when the job's stream ends, which it does with the job. */
  endOf(jobId: string): Promise<void>;
}

const idOf = (path: string) => ({ id: path.split("/").at(-1) ?? "" });

export async function openStudio(): Promise<FigurineStudio> {
  const one = { GET: readFigurine, PATCH: reviseFigurine };
  const [created, alias, figurines, approvals] = await Promise.all([
    serve(createRoute),
    serve(aliasRoute),
    serve((request, args) => one[request.method as "GET"](request, args), idOf),
    serve(approveRoute, idOf),
  ]);
  const person = await makePerson();
  const { key } = await createApiKey(person.ctx, { name: "test" });
  const call = async (url: string, init: RequestInit = {}): Promise<Answer> => {
    await db.rateLimiterFlexible.deleteMany();
    const headers = { authorization: `Bearer ${key}`, ...init.headers };
    const answer = await fetch(url, { ...init, headers });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    person,
    send(fields, photos, to) {
      const form = new FormData();
      for (const bytes of photos) form.append("photos", new Blob([bytes as BlobPart]), "me.jpg");
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return call(to === "alias" ? alias.url : created.url, { method: "POST", body: form });
    },
    read: (id) => call(`${figurines.url}/${id}`),
    patch: (id, changes) =>
      call(`${figurines.url}/${id}`, {
        method: "PATCH",
        body: JSON.stringify(changes),
        headers: { "content-type": "application/json" },
      }),
    approve: (id) => call(`${approvals.url}/${id}`, { method: "POST" }),
    async endOf(jobId) {
      for await (const _ of await eventStream(person.ctx, { jobId, afterId: 0 }));
    },
  };
}
