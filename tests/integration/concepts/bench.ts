import sharp from "sharp";
import { POST as adopt } from "#app/api/v1/concepts/[id]/adopt/route.ts";
import { POST as again } from "#app/api/v1/concepts/[id]/again/route.ts";
import { PATCH as favour, GET as readConcept } from "#app/api/v1/concepts/[id]/route.ts";
import { GET as listConcepts } from "#app/api/v1/designs/[id]/concepts/route.ts";
import { POST as enhance } from "#app/api/v1/generate/enhance/route.ts";
import { POST as generate } from "#app/api/v1/generate/route.ts";
import { GET as lineage } from "#app/api/v1/images/[id]/lineage/route.ts";
import { POST as twins } from "#app/api/v1/twins/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import type { Inference } from "#lib/adapters/inference/port.ts";
import { makeConcept } from "#lib/concepts/make-concept.ts";
import type { Ctx } from "#lib/context.ts";
import type { RouteHandler } from "#lib/http/define-route.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { workOnTask } from "#lib/jobs/work-on-task.ts";
import { adaptersWith } from "../../setup/adapters.ts";
import { makePerson } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";

/** Method and path → the route under the file name Next gives it. */
const ROUTES: [RegExp, RouteHandler][] = [
  [/^POST \/generate\/enhance$/, enhance],
  [/^POST \/generate\/2d$/, generate],
  [/^POST \/twins$/, twins],
  [/^GET \/designs\/[^/]+\/concepts$/, listConcepts],
  [/^GET \/concepts\/[^/]+$/, readConcept],
  [/^PATCH \/concepts\/[^/]+$/, favour],
  [/^POST \/concepts\/[^/]+\/adopt$/, adopt],
  [/^POST \/concepts\/[^/]+\/again$/, again],
  [/^GET \/images\/[^/]+\/lineage$/, lineage],
];

const app = await serve(
  (request, args) => {
    const asked = `${request.method} ${new URL(request.url).pathname}`;
    const route = ROUTES.find(([pattern]) => pattern.test(asked))?.[1];
    return route ? route(request, args) : Promise.resolve(new Response(null, { status: 404 }));
  },
  (path) => ({ id: path.split("/")[2] ?? "" }),
);

/** Edge of the test's pictures, px. */
const SMALL_PX = 96;

/** The engine of this machine with small, quick pictures. */
function quickEngine(engine: Inference): Inference {
  const drawPictures: Inference["drawPictures"] = (request, options) => {
    const pictures = request.pictures.map((order) => ({
      ...order,
      quality: "draft" as const,
      heightPx: Math.round((SMALL_PX * (order.heightPx ?? order.sizePx)) / order.sizePx),
      sizePx: SMALL_PX,
    }));
    return engine.drawPictures({ ...request, pictures }, options);
  };
  return Object.assign(Object.create(engine), { ...engine, drawPictures });
}

export type ConceptBench = Awaited<ReturnType<typeof openBench>>;

/** A person with an API key, whose concepts are made by this machine's engine, small. */
export async function openBench() {
  const person = await makePerson();
  const { key } = await createApiKey(person.ctx, { name: "test" });
  const inference = quickEngine(person.ctx.adapters.inference);
  const ctx: Ctx = { ...person.ctx, adapters: adaptersWith(person.ctx.adapters, { inference }) };
  return {
    ...person,
    ctx,
    /** Calls the API as this person. */
    async call(method: string, path: string, body?: unknown) {
      const answer = await fetch(app.url + path, {
        method,
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: answer.status, json: await answer.json() };
    },
    /** Does a job's work as its durable function does. */
    async work(jobId: string) {
      const actor = { type: "job", jobId, userId: person.userId, workspaceId: person.workspaceId };
      const worker = { ...ctx, actor } as Ctx;
      const tasks = await db.task.findMany({ where: { jobId }, orderBy: { position: "asc" } });
      for (const { id: taskId } of tasks) {
        await workOnTask(worker, {
          ...{ taskId, lastAttempt: true },
          work: (_, signal) => makeConcept(worker, { jobId, taskId, signal }),
        });
      }
    },
    /** Uploads a picture; answers its id. */
    upload: async (bytes: Uint8Array) =>
      (await uploadImage(ctx, { bytes, maxBytes: 10_000_000 })).id,
  };
}

/** A picture of SVG shapes, as a PNG. */
export async function pictureOf(shapes: string, sizePx = 256): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${sizePx}" height="${sizePx}" viewBox="0 0 100 100">${shapes}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}
