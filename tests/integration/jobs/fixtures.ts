import { randomUUID } from "node:crypto";
import type { Adapters } from "#lib/adapters/adapters.ts";
import type { Ctx } from "#lib/context.ts";
import type { Db } from "#lib/db.ts";
import { type CreatedJob, createJob, type NewJob } from "#lib/jobs/create-job.ts";

/** Jobs reach nothing rented: asking for an adapter is a mistake of the test. Defects may be reported. */
const NO_ADAPTERS = { errorReports: { name: "none", report: () => {} } } as unknown as Adapters;

export interface Person {
  userId: string;
  workspaceId: string;
  ctx: Ctx;
}

/** A person with a personal workspace of their own. */
export async function makePerson(db: Db): Promise<Person> {
  const email = `${randomUUID()}@example.test`;
  const user = await db.user.create({ data: { email } });
  const workspace = await db.workspace.create({
    data: { name: "Own", members: { create: { userId: user.id, role: "owner" } } },
  });
  return {
    userId: user.id,
    workspaceId: workspace.id,
    ctx: {
      actor: { type: "user", userId: user.id, role: "user" },
      db,
      now: () => new Date(),
      adapters: NO_ADAPTERS,
    },
  };
}

/** A job of the person's with one task a name. */
export function makeJob(
  person: Pick<Person, "userId" | "workspaceId" | "ctx">,
  names: string[] = ["one"],
  more: Partial<NewJob> = {},
): Promise<CreatedJob> {
  return person.ctx.db.$transaction((tx) =>
    createJob(tx, {
      workspaceId: person.workspaceId,
      createdById: person.userId,
      kind: "test",
      input: {},
      tasks: names.map((name) => ({ name })),
      event: { name: "test/requested" },
      ...more,
    }),
  );
}
