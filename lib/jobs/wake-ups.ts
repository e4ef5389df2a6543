import { EventEmitter } from "node:events";

const kept = globalThis as unknown as {
  maquetteJobWakeUps?: EventEmitter;
  maquetteJobWakeUpCounts?: Map<string, number>;
};

/** One for the process: route bundles and the instrumentation are different module instances. */
function emitter(): EventEmitter {
  if (!kept.maquetteJobWakeUps) {
    kept.maquetteJobWakeUps = new EventEmitter();
    kept.maquetteJobWakeUps.setMaxListeners(0);
  }
  return kept.maquetteJobWakeUps;
}

/** How often jobs that somebody listens to were woken; forgotten with their last listener. */
function wakeUps(): Map<string, number> {
  kept.maquetteJobWakeUpCounts ??= new Map();
  return kept.maquetteJobWakeUpCounts;
}

/** Tells every reader in this process that the job has news. */
export function wakeReaders(jobId: string): void {
  if (emitter().listenerCount(jobId) === 0) return;
  wakeUps().set(jobId, wakeUpsOf(jobId) + 1);
  emitter().emit(jobId);
}

/** How often a job was woken while somebody listened: it tells a read before a wake-up from one after. */
export const wakeUpsOf = (jobId: string): number => wakeUps().get(jobId) ?? 0;

/** Calls `onNews` at each wake-up of the job; the answer ends it. */
export function onJobNews(jobId: string, onNews: () => void): () => void {
  emitter().on(jobId, onNews);
  return () => {
    emitter().off(jobId, onNews);
    if (emitter().listenerCount(jobId) === 0) wakeUps().delete(jobId);
  };
}

/** Ids of the jobs somebody in this process listens to. */
export const listenedJobs = (): string[] => emitter().eventNames().map(String);
