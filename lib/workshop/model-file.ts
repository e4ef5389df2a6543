import { Worker } from "node:worker_threads";
import type { BroughtModel } from "../kernel/import/bring-mesh.ts";
import { AppError } from "../shared/errors.ts";
import { cancelledWork } from "./lane.ts";
import { fromPlainError, type ModelFileAnswer, type ModelFileRequest } from "./protocol.ts";

/** Reading and repairing two million triangles takes about half of it. */
const MOST_MS = 90_000;
/** Of JavaScript's own memory in the thread that reads; arrays of numbers are bounded by the kernel's limits. */
const MOST_MB = 1_536;

const tooHard = () =>
  new AppError(
    "too_large",
    "This model takes too long to read and repair. Send one with fewer triangles or fewer parts.",
  );

/**
 * Reads a model file in a thread that ends with it: a file that takes too much time or memory ends alone. Throws
 * `too_large`, `cancelled`, and what the kernel says is wrong with the file.
 */
export async function readModelFile(
  request: ModelFileRequest,
  signal: AbortSignal,
  mostMs = MOST_MS,
): Promise<BroughtModel> {
  const thread = new Worker(new URL("./model-file-thread.ts", import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
  });
  try {
    const answer = await answerOf(thread, signal, mostMs);
    if (answer.type === "brought") return answer.brought;
    throw fromPlainError(answer.error);
  } finally {
    await thread.terminate();
  }
}

function answerOf(thread: Worker, signal: AbortSignal, mostMs: number): Promise<ModelFileAnswer> {
  return new Promise<ModelFileAnswer>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooHard()), mostMs);
    const cancel = () => reject(cancelledWork());
    signal.addEventListener("abort", cancel, { once: true });
    thread.once("message", resolve);
    // Whatever ends it before it answers (memory above all) is the file's doing.
    thread.once("error", reject);
    thread.once("exit", () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      reject(tooHard());
    });
  }).catch((cause: unknown) => {
    throw isMemoryEnd(cause) ? tooHard() : cause;
  });
}

const isMemoryEnd = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
