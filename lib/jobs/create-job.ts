import type { Job, Prisma, Task } from "#generated/prisma/client.ts";
import type { Tx } from "../db.ts";
import { promiseEvent } from "../outbox/promise-event.ts";
import { invalidInput } from "../shared/errors.ts";
import { appendEvent } from "./append-event.ts";

export interface NewJob {
  /** UUID, where the job must be found again by it. */
  id?: string;
  workspaceId: string;
  createdById: string;
  /** draw-pictures, build-model, answer-message … */
  kind: string;
  input: Record<string, unknown>;
  /** At least one; each is an item of what was asked for. */
  tasks: { name: string; input?: Record<string, unknown> }[];
  /** Given for a batch: a task above the others, whose stream carries all of them. */
  parent?: { name: string };
  conversationId?: string | null;
  designId?: string | null;
  /** Starts the work; `jobId`, `workspaceId` and `userId` are added to its data. */
  event: { name: string; data?: Record<string, unknown> };
}

export interface CreatedJob {
  job: Job;
  /** In the given order, without the parent. */
  tasks: Task[];
  parent: Task | null;
}

/**
 * Writes a job with its tasks, its first event and the promise of the event that starts it. Call it inside a
 * transaction, and `flushOutbox()` after commit.
 */
export async function createJob(tx: Tx, input: NewJob): Promise<CreatedJob> {
  if (input.tasks.length === 0) throw invalidInput("There is nothing to do.");
  const job = await insertJob(tx, input);
  const parent = input.parent
    ? await tx.task.create({ data: { jobId: job.id, name: input.parent.name } })
    : null;
  const tasks = await tx.task.createManyAndReturn({
    data: input.tasks.map((task, position) => ({
      jobId: job.id,
      parentId: parent?.id ?? null,
      name: task.name,
      input: (task.input ?? {}) as Prisma.InputJsonObject,
      position,
    })),
  });
  tasks.sort((a, b) => a.position - b.position);
  const data = { current: 0, total: tasks.length, status: "queued", message: null, percent: 0 };
  const lastEventId = await appendEvent(tx, job.id, { type: "progress", data });
  await promiseEvent(tx, job.eventName, startEventData(job));
  return { job: { ...job, lastEventId }, tasks, parent };
}

function insertJob(tx: Tx, input: NewJob): Promise<Job> {
  return tx.job.create({
    data: {
      ...(input.id && { id: input.id }),
      workspaceId: input.workspaceId,
      createdById: input.createdById,
      kind: input.kind,
      input: input.input as Prisma.InputJsonObject,
      conversationId: input.conversationId ?? null,
      designId: input.designId ?? null,
      eventName: input.event.name,
      eventData: (input.event.data ?? {}) as Prisma.InputJsonObject,
    },
  });
}

/** The data of the event that starts a job's work, or with `taskId` that of one task. */
export function startEventData(
  job: Pick<Job, "id" | "workspaceId" | "createdById" | "eventData">,
  taskId?: string,
): Record<string, unknown> {
  return {
    ...(job.eventData as Record<string, unknown>),
    jobId: job.id,
    workspaceId: job.workspaceId,
    userId: job.createdById,
    ...(taskId ? { taskId } : {}),
  };
}
