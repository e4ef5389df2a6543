/** A thread that reads one model file of somebody else and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { bringMesh } from "../kernel/import/bring-mesh.ts";
import { loadSolidKernel } from "../kernel/solid/kernel.ts";
import { type ModelFileAnswer, type ModelFileRequest, toPlainError } from "./protocol.ts";

async function answerTo({ bytes, filename }: ModelFileRequest): Promise<ModelFileAnswer> {
  try {
    return { type: "brought", brought: bringMesh(await loadSolidKernel(), bytes, filename) };
  } catch (error) {
    return { type: "failed", error: toPlainError(error) };
  }
}

parentPort!.postMessage(await answerTo(workerData as ModelFileRequest));
