import { EventEmitter } from "node:events";

const kept = globalThis as unknown as { maquetteJobWakeUps?: EventEmitter };

/** One for the process: route bundles and the instrumentation are different module instances. */
function emitter(): EventEmitter {
  if (!kept.maquetteJobWakeUps) {
    kept.maquetteJobWakeUps = new EventEmitter();
    kept.maquetteJobWakeUps.setMaxListeners(0);
  }
  return kept.maquetteJobWakeUps;
}

/** Tells every reader in this process that the job has news. */
export function wakeReaders(jobId: string): void {
  emitter().emit(jobId);
}

/** Calls `onNews` at each wake-up of the job; the answer ends it. */
export function onJobNews(jobId: string, onNews: () => void): () => void {
  emitter().on(jobId, onNews);
  return () => emitter().off(jobId, onNews);
}

/** Ids of the jobs somebody in this process listens to. */
export const listenedJobs = (): string[] => emitter().eventNames().map(String);
