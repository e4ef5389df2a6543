import type { Quality } from "#lib/kernel/mesh.ts";
import type { KernelAnswer, KernelRequest, LivePiece } from "./kernel-messages.ts";

/** The values of a spec do not go together; the message says why. */
export class SpecRefused extends Error {
  override readonly name = "SpecRefused";
}

/** The kernel in a web worker. While it works on one spec, only the newest asked for waits. */
export interface KernelClient {
  /**
   * Builds a piece; null when a newer request took its place.
   * Throws SpecRefused with a sentence for the user, Error when the worker failed.
   */
  build(kind: string, spec: Record<string, unknown>, quality: Quality): Promise<LivePiece | null>;
  close(): void;
}

interface Waiting {
  request: KernelRequest;
  resolve: (piece: LivePiece | null) => void;
  reject: (error: Error) => void;
}

export function createKernelClient(): KernelClient {
  const worker = new Worker(new URL("./kernel.worker.ts", import.meta.url), { type: "module" });
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
    if (next) {
      start(next);
      next = null;
    }
  };
  worker.onmessage = ({ data }: MessageEvent<KernelAnswer>) => {
    finish((waiting) => {
      if (data.ok) waiting.resolve(data.piece);
      else
        waiting.reject(data.message ? new SpecRefused(data.message) : new Error("kernel failed"));
    });
  };
  worker.onerror = () => finish((waiting) => waiting.reject(new Error("kernel failed")));

  return {
    build(kind, spec, quality) {
      return new Promise((resolve, reject) => {
        const waiting = { request: { id: ++lastId, kind, spec, quality }, resolve, reject };
        if (!running) return start(waiting);
        next?.resolve(null);
        next = waiting;
      });
    },
    close() {
      worker.terminate();
      next?.resolve(null);
      running?.resolve(null);
    },
  };
}
