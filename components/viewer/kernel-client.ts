import type { Quality } from "#lib/kernel/mesh.ts";
import type { KernelAnswer, KernelRequest, LivePiece } from "./kernel-messages.ts";

/** The values of a spec do not go together; the message says why. */
export class SpecRefused extends Error {
  override readonly name = "SpecRefused";
}

/** The kernel in a web worker: the newest request wins. */
export interface KernelClient {
  /**
   * Builds a piece; null when a newer request took its place. A running preview is short and is let
   * finish, a running final build is ended. With `wallLimitMm` it is coloured by how thick it is.
   * Throws SpecRefused with a sentence for the user, Error when the worker failed.
   */
  build(
    kind: string,
    spec: Record<string, unknown>,
    quality: Quality,
    more?: Pick<KernelRequest, "wallLimitMm" | "pictures">,
  ): Promise<LivePiece | null>;
  close(): void;
}

interface Waiting {
  request: KernelRequest;
  resolve: (piece: LivePiece | null) => void;
  reject: (error: Error) => void;
}

export function createKernelClient(): KernelClient {
  let worker = startWorker();
  let lastId = 0;
  let running: Waiting | null = null;
  let next: Waiting | null = null;

  const start = (waiting: Waiting) => {
    running = waiting;
    worker.postMessage(waiting.request);
  };
  const finish = (settle: (waiting: Waiting) => void) => {
    if (running) settle(running);
    running = null;
    if (!next) return;
    const waiting = next;
    next = null;
    start(waiting);
  };
  const restart = (settle: (waiting: Waiting) => void) => {
    worker.terminate();
    worker = startWorker();
    finish(settle);
  };
  function startWorker(): Worker {
    const made = new Worker(new URL("./kernel.worker.ts", import.meta.url), { type: "module" });
    made.onmessage = ({ data }: MessageEvent<KernelAnswer>) => {
      if (data.ok) finish((waiting) => waiting.resolve(data.piece));
      else if (data.message)
        finish((waiting) => waiting.reject(new SpecRefused(data.message ?? "")));
      // Whatever went wrong may have left the module broken: the next build gets a fresh one.
      else restart((waiting) => waiting.reject(new Error("The kernel failed.")));
    };
    made.onerror = () => restart((waiting) => waiting.reject(new Error("The kernel failed.")));
    return made;
  }

  return {
    build(kind, spec, quality, more) {
      return new Promise((resolve, reject) => {
        const request = { id: ++lastId, kind, spec, quality, ...more };
        const waiting = { request, resolve, reject };
        if (!running) return start(waiting);
        next?.resolve(null);
        next = waiting;
        if (running.request.quality === "final") restart((ended) => ended.resolve(null));
      });
    },
    close() {
      worker.terminate();
      next?.resolve(null);
      running?.resolve(null);
    },
  };
}
