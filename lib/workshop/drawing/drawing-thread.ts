import { Worker } from "node:worker_threads";
import type { DrawingAnswer, DrawingResults, DrawingTask } from "./task.ts";

interface Pending {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/** One drawing thread. It answers tasks in order; once it has died every task is rejected. */
export class DrawingThread {
  readonly #worker = new Worker(new URL("./thread.ts", import.meta.url));
  readonly #pending: Pending[] = [];
  #ended: Error | null = null;

  constructor() {
    this.#worker.on("message", (answer: DrawingAnswer) => this.#settle(answer));
    this.#worker.on("error", (error: Error) => this.#end(error));
    this.#worker.on("exit", (code) => this.#end(new Error(`drawing thread ended with ${code}`)));
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  run<Task extends DrawingTask>(task: Task): Promise<DrawingResults[Task["type"]]> {
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#pending.push({ resolve: resolve as Pending["resolve"], reject });
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(answer: DrawingAnswer): void {
    const asked = this.#pending.shift();
    if ("error" in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.result as never);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#pending.splice(0)) reject(error);
  }
}
