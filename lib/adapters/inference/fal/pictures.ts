import sharp from "sharp";
import { AppError } from "../../../shared/errors.ts";
import type { BuildOptions, MadePictures, PictureTask, SourcePicture } from "../port.ts";
import type { Calls } from "./calls.ts";
import type { PicturesAnswer } from "./capabilities.ts";
import { badResult, reasonOf } from "./errors.ts";
import type { Orders } from "./orders.ts";
import { type PictureParts, toCheckOrder, toPictureOrder } from "./picture-order.ts";
import { fetchFile } from "./results.ts";

export interface FalPicturesParts extends PictureParts {
  calls: Calls;
  orders: Orders;
}

/** Pictures by fal's generative models: each task one order for its owner. Throws `invalid_input` without an owner. */
export async function makeFalPictures(
  parts: FalPicturesParts,
  task: PictureTask,
  { owner, signal }: BuildOptions,
): Promise<MadePictures> {
  const order = { ...toPictureOrder(parts, task), owner: requireOwner(owner) };
  const call = await parts.orders.finish(order, signal);
  try {
    const answer: PicturesAnswer = parts.models[task.task].output(call.output);
    const pictures = await Promise.all(
      answer.pictures.slice(0, countOf(task)).map(async (file, index) => ({
        ...(await readPicture((await fetchFile(file, signal)).bytes)),
        ...{ seed: answer.seed, isFlagged: answer.flagged[index] ?? null },
      })),
    );
    return { engine: { name: "fal", version: call.model }, pictures };
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === "result" || reason === "gone") {
      await parts.calls.fail(call.id, error as AppError, false);
    }
    throw error;
  }
}

/** By picture whether fal's check calls it unsafe. */
export async function judgeFalPictures(
  parts: FalPicturesParts,
  pictures: readonly SourcePicture[],
  { owner, signal }: BuildOptions,
): Promise<boolean[]> {
  const order = { ...toCheckOrder(parts, pictures), owner: requireOwner(owner) };
  const call = await parts.orders.finish(order, signal);
  return [...parts.models["nsfw-check"].output(call.output).flagged];
}

/** Some models answer more files than pictures, such as a mask beside the cut-out. */
const countOf = (task: PictureTask): number => ("count" in task ? task.count : 1);

function requireOwner(owner: BuildOptions["owner"]) {
  if (owner) return owner;
  throw new AppError("internal", "An order at a provider needs an owner.");
}

const MEDIA_TYPES: Record<string, string> = {
  png: "image/png",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

async function readPicture(bytes: Uint8Array) {
  try {
    const { width, height, format } = await sharp(bytes).metadata();
    return { bytes, width, height, mediaType: MEDIA_TYPES[format] ?? `image/${format}` };
  } catch (cause) {
    throw badResult("The provider's picture cannot be read. Try again.", cause);
  }
}
