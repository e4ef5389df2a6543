import type { Ctx } from "../context.ts";
import type { Db } from "../db.ts";
import { gauge } from "../metrics.ts";
import { ownJob, ownTask } from "./find-job.ts";
import { pollListenedJobs } from "./poll-jobs.ts";
import { EVENT_PAGE, eventsAfter } from "./read-events.ts";
import { eventSaidIn } from "./said-in.ts";
import { type Followed, isOver, mayHaveEnded, newsAfter } from "./shared-news.ts";
import type { JobEvent } from "./types.ts";
import { onJobNews } from "./wake-ups.ts";

const connections = gauge("sse_connections", "Readers of event streams.");

const HEARTBEAT_MS = 15_000;
/** How long a browser waits before it comes back, ms. */
const RECONNECT_MS = 2_000;

export interface EventStreamQuery {
  /** One of the two: all of a job, or one task (a batch's parent task carries the whole job). */
  jobId?: string;
  taskId?: string;
  /** Last event the reader has seen; 0 replays from the start. */
  afterId: number;
  /** The reader's language; English when absent. */
  locale?: string;
  /** Ends the stream (the request went away). */
  signal?: AbortSignal;
  heartbeatMs?: number;
}

/**
 * A job's events as server-sent events (`id`, `event`, `data`): first what was missed after `afterId`, then what
 * comes, with a heartbeat every 15 s. Ends when the job (or the task) has ended and everything was sent.
 * `not_found` for a job or task of someone else.
 */
export async function eventStream(
  ctx: Pick<Ctx, "actor" | "db">,
  query: EventStreamQuery,
): Promise<ReadableStream<Uint8Array>> {
  const followed = await resolveFollowed(ctx, query);
  return streamEvents(ctx.db, followed, query);
}

/**
 * True when a stream would end at once without an event: a reader that comes back is told to stop. `not_found` for a
 * job or task of someone else.
 */
export async function isAllSent(
  ctx: Pick<Ctx, "actor" | "db">,
  query: EventStreamQuery,
): Promise<boolean> {
  const followed = await resolveFollowed(ctx, query);
  if (!(await isOver(ctx.db, followed))) return false;
  const events = await eventsAfter(ctx.db, { ...followed, afterId: query.afterId });
  return events.length === 0;
}

async function resolveFollowed(
  ctx: Pick<Ctx, "actor" | "db">,
  query: EventStreamQuery,
): Promise<Followed> {
  if (!query.taskId) return { jobId: (await ownJob(ctx, query.jobId ?? "", "read")).id };
  const task = await ownTask(ctx, query.taskId, "read");
  const children = await ctx.db.task.count({ where: { parentId: task.id } });
  return { jobId: task.jobId, taskId: children > 0 ? undefined : task.id };
}

function streamEvents(
  db: Db,
  followed: Followed,
  query: EventStreamQuery,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const leave = new AbortController();
  const signal = query.signal ? AbortSignal.any([query.signal, leave.signal]) : leave.signal;
  let left = false;
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const beat = setInterval(() => send(": heartbeat\n\n"), query.heartbeatMs ?? HEARTBEAT_MS);
      signal.addEventListener("abort", () => clearInterval(beat), { once: true });
      connections.add(1);
      send(`retry: ${RECONNECT_MS}\n\n`);
      follow(db, followed, query.afterId, signal, (event) =>
        send(toSse(eventSaidIn(query.locale ?? "en", event))),
      )
        .then(
          () => leave.abort(),
          (error) => leave.abort(error),
        )
        .finally(() => {
          // Also when the reader had left before the stream began: no abort is told then.
          clearInterval(beat);
          connections.add(-1);
          // A reader that left has closed the stream already.
          if (!left) controller.close();
        });
    },
    cancel() {
      left = true;
      leave.abort();
    },
  });
}

function toSse(event: JobEvent): string {
  return `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event.data)}\n\n`;
}

/** Sends what is new at each wake-up until everything was sent of what has ended. */
async function follow(
  db: Db,
  followed: Followed,
  afterId: number,
  signal: AbortSignal,
  send: (event: JobEvent) => void,
): Promise<void> {
  const news = newsOf(followed.jobId, signal);
  let last = afterId;
  let withState = true;
  try {
    while (!signal.aborted) {
      const { events, hasEnded } = await newsAfter(db, followed, last, withState);
      if (signal.aborted) return;
      for (const event of events) send(event);
      last = events.at(-1)?.id ?? last;
      if (events.length === EVENT_PAGE) continue;
      if (hasEnded) return;
      const wasEmpty: boolean = withState && events.length === 0;
      withState = mayHaveEnded(followed, events) && !wasEmpty;
      if (!withState) await news.next();
    }
  } finally {
    news.stop();
  }
}

/** Wake-ups of a job as something to wait for; one that comes while nobody waits is kept. */
export function newsOf(jobId: string, signal: AbortSignal) {
  let pending = false;
  let release: (() => void) | null = null;
  const wake = () => {
    pending = true;
    release?.();
  };
  const unlisten = onJobNews(jobId, wake);
  signal.addEventListener("abort", wake, { once: true });
  pollListenedJobs();
  return {
    async next(): Promise<void> {
      if (!pending) await new Promise<void>((resolve) => (release = resolve));
      release = null;
      pending = false;
    },
    stop(): void {
      unlisten();
      signal.removeEventListener("abort", wake);
    },
  };
}
