import type { Ctx } from "#lib/context.ts";
import { buildModelForRevision } from "#lib/designs/build-model-for-revision.ts";
import { drawPicturesForRevision } from "#lib/designs/draw-pictures-for-revision.ts";
import { runSizesForRevision } from "#lib/designs/run-sizes-for-revision.ts";
import { succeedTask } from "#lib/jobs/end-task.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { adaptersWith } from "../../setup/adapters.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { DrawingEngine } from "./drawing-engine.ts";

export interface Studio extends Person {
  engine: DrawingEngine;
}

/** A person whose pictures and models come from an engine of the test's. */
export async function openStudio(): Promise<Studio> {
  const person = await makePerson();
  const engine = new DrawingEngine();
  return { ...person, engine, ctx: withEngine(person.ctx, engine) };
}

/** The context with another engine behind the inference port. */
export function withEngine(ctx: Ctx, engine: DrawingEngine): Ctx {
  return { ...ctx, adapters: adaptersWith(ctx.adapters, { inference: engine }) };
}

/** The context in which a durable function works on a job of the person's. */
export function workerContext({ userId, workspaceId, ctx }: Studio, jobId: string): Ctx {
  return { ...ctx, actor: { type: "job", jobId, userId, workspaceId } };
}

/** Works on every task of a job as its durable function does, and ends it. */
export async function workOn(studio: Studio, jobId: string): Promise<void> {
  const ctx = workerContext(studio, jobId);
  const job = await db.job.findUniqueOrThrow({ where: { id: jobId }, include: { tasks: true } });
  for (const { id: taskId } of job.tasks) {
    await startTask(ctx, taskId);
    await succeedTask(ctx, taskId, await workOf(job.kind)(ctx, { jobId, taskId }));
  }
}

function workOf(kind: string) {
  if (kind === "build-model") return buildModelForRevision;
  return kind === "size-run" ? runSizesForRevision : drawPicturesForRevision;
}
