import { Worker } from "node:worker_threads";
import { unavailable } from "../shared/errors.ts";
import { fromPlainError, type MeshAnswer, type MeshCall } from "./protocol.ts";

/** One call at a time to a mesh thread, which is replaced when it dies or its kernel does. */
export class MeshBench {
  #thread: Worker | null = null;

  async call(call: MeshCall): Promise<Exclude<MeshAnswer, { type: "failed" }>> {
    const thread = this.#open();
    const answer = await ask(thread, call).catch((cause: unknown) => {
      this.#thread = null;
      throw unavailable("The workshop broke down while building. Try again.", { cause });
    });
    if (answer.type !== "failed") return answer;
    if (answer.kernelDead) await this.close();
    throw fromPlainError(answer.error);
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  #open(): Worker {
    this.#thread ??= new Worker(new URL("./mesh-thread.ts", import.meta.url));
    return this.#thread;
  }
}

/** Rejects with the thread's error or when it ends without an answer. Leaves no listener behind. */
function ask(thread: Worker, call: MeshCall): Promise<MeshAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      end();
    };
    const onMessage = (answer: MeshAnswer) => settle(() => resolve(answer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`mesh thread ended with ${code}`)));
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    thread.postMessage(call);
  });
}
