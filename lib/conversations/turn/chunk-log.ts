import type { UIMessageChunk } from "ai";
import type { Ctx } from "#lib/context.ts";
import type { Db } from "#lib/db.ts";
import { appendEvent } from "#lib/jobs/append-event.ts";
import { EVENT_PAGE, eventsAfter } from "#lib/jobs/read-events.ts";
import type { JobEvent } from "#lib/jobs/types.ts";
import { wakeReaders } from "#lib/jobs/wake-ups.ts";

/** Type of the job events that carry an answer's chunks. */
export const CHUNK_EVENT = "chunk";

/** Data of a chunk event. A step that runs again writes under a higher attempt; only the highest counts. */
export interface ChunkBatch {
  step: number;
  attempt: number;
  chunks: UIMessageChunk[];
}

/** How long deltas are gathered before they become one event, ms. */
const GATHER_MS = 50;

/** Writes chunks to a job's events in small batches, in order. */
export class ChunkWriter {
  readonly #ctx: Pick<Ctx, "db">;
  readonly #jobId: string;
  readonly #place: { step: number; attempt: number };
  #pending: UIMessageChunk[] = [];
  #lastWriteMs = 0;

  constructor(ctx: Pick<Ctx, "db">, jobId: string, place: { step: number; attempt: number }) {
    this.#ctx = ctx;
    this.#jobId = jobId;
    this.#place = place;
  }

  /** Takes a chunk; writes what has gathered when the time has come. */
  async write(chunk: UIMessageChunk): Promise<void> {
    const last = this.#pending.at(-1);
    if (last?.type === "text-delta" && chunk.type === "text-delta" && last.id === chunk.id) {
      this.#pending[this.#pending.length - 1] = { ...last, delta: last.delta + chunk.delta };
    } else this.#pending.push(chunk);
    if (Date.now() - this.#lastWriteMs >= GATHER_MS) await this.flush();
  }

  /** Writes what has gathered. */
  async flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    const chunks = this.#pending;
    this.#pending = [];
    const data: ChunkBatch = { ...this.#place, chunks };
    await appendEvent(this.#ctx.db, this.#jobId, { type: CHUNK_EVENT, data });
    wakeReaders(this.#jobId);
    this.#lastWriteMs = Date.now();
  }
}

/** The chunk batches among events, in order. */
export function batchesOf(events: readonly JobEvent[]): ChunkBatch[] {
  return events
    .filter((event) => event.type === CHUNK_EVENT)
    .map((event) => event.data as ChunkBatch);
}

/** All chunk batches of a job so far. */
export async function readBatches(db: Db, jobId: string): Promise<ChunkBatch[]> {
  const batches: ChunkBatch[] = [];
  for (let afterId = 0; ; ) {
    const events = await eventsAfter(db, { jobId, afterId });
    batches.push(...batchesOf(events));
    const last = events.at(-1);
    if (!last || events.length < EVENT_PAGE) return batches;
    afterId = last.id;
  }
}

/** The newest attempt of every step. */
export function newestAttempts(batches: readonly ChunkBatch[]): Map<number, number> {
  const newest = new Map<number, number>();
  for (const { step, attempt } of batches) {
    newest.set(step, Math.max(attempt, newest.get(step) ?? 0));
  }
  return newest;
}

/** The chunks that count: of each step those of its newest attempt, in order. */
export function chunksThatCount(batches: readonly ChunkBatch[]): UIMessageChunk[] {
  const newest = newestAttempts(batches);
  return batches
    .filter(({ step, attempt }) => newest.get(step) === attempt)
    .sort((a, b) => a.step - b.step)
    .flatMap((batch) => batch.chunks);
}

/** The place of a tool's call in a step: the n-th call that was carried out, from 1. */
export const callPlace = (number: number, tool: string): string => `${number}/${tool}`;

/**
 * What tools answered in earlier attempts of a step, by the place of the call. A step that runs again tells the same: what
 * was made has moved on since, as a final mesh does whose numbers are a little finer.
 */
export function toolResults(batches: readonly ChunkBatch[], step: number): Map<string, unknown> {
  const results = new Map<string, unknown>();
  const attempts = Map.groupBy(
    batches.filter((batch) => batch.step === step),
    ({ attempt }) => attempt,
  );
  for (const attempt of attempts.values()) {
    const chunks = attempt.flatMap((batch) => batch.chunks);
    const calls = chunks.filter((chunk) => chunk.type === "tool-input-available");
    for (const chunk of chunks) {
      if (chunk.type !== "tool-output-available") continue;
      const at = calls.findIndex(({ toolCallId }) => toolCallId === chunk.toolCallId);
      const call = calls[at];
      if (call) results.set(callPlace(at + 1, call.toolName), chunk.output);
    }
  }
  return results;
}
