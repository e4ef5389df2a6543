import sharp from "sharp";
import type { ProviderCall } from "#generated/prisma/client.ts";
import { AppError } from "../../../shared/errors.ts";
import type { MadePicture, MadePictures, PictureTask } from "../picture-tasks.ts";
import type { BuildOptions, SourcePicture } from "../port.ts";
import type { Calls } from "./calls.ts";
import type { FalModel } from "./capabilities.ts";
import { badResult, reasonOf } from "./errors.ts";
import type { Order, Orders } from "./orders.ts";
import { modelOfTask, type PictureParts, toCheckOrder, toPictureOrders } from "./picture-order.ts";
import { fetchFile } from "./results.ts";

export interface FalPicturesParts extends PictureParts {
  calls: Calls;
  orders: Orders;
}

/** Pictures by fal's generative models, ordered for an owner. Throws `internal` without one. */
export async function makeFalPictures(
  parts: FalPicturesParts,
  task: PictureTask,
  { owner, signal }: BuildOptions,
): Promise<MadePictures> {
  const model = modelOfTask(parts, task) as FalModel<"edit">;
  const orders = toPictureOrders(parts, task).map((order) => ({
    ...order,
    owner: requireOwner(owner),
  }));
  const each = "count" in task ? Math.ceil((task.count ?? 1) / orders.length) : 1;
  const made = await Promise.all(
    orders.map((order) => makeOrder(parts, { model, order, most: each, signal })),
  );
  return {
    engine: { name: "fal", version: model.endpoint },
    pictures: made.flatMap(({ pictures }) => pictures),
    costMicroUsd: made.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0),
  };
}

interface Making {
  model: FalModel<"edit">;
  order: Order;
  /** Some models answer more files than pictures, such as a mask beside the cut-out. */
  most: number;
  signal: AbortSignal | undefined;
}

async function makeOrder(parts: FalPicturesParts, { model, order, most, signal }: Making) {
  const call = await parts.orders.finish(order, signal);
  return spoiling(parts, call, async () => {
    const answer = model.output(call.output);
    const pictures = await Promise.all(
      answer.pictures.slice(0, most).map(
        async (file, index): Promise<MadePicture> => ({
          ...(await readPicture((await fetchFile(file, signal)).bytes)),
          seed: answer.seed,
          isFlagged: answer.flagged[index] ?? null,
          providerRequestId: call.requestId,
        }),
      ),
    );
    return { pictures, costMicroUsd: call.costMicroUsd };
  });
}

/** An order whose result is of no use has failed, though it is paid: another try orders anew. */
async function spoiling<T>(
  { calls }: FalPicturesParts,
  call: ProviderCall,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === "result" || reason === "gone") {
      await calls.fail(call.id, error as AppError, false);
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
  return spoiling(parts, call, async () => {
    const { flagged } = parts.models["nsfw-check"].output(call.output);
    if (flagged.length === pictures.length) return [...flagged];
    throw badResult("The provider's check answered for another number of pictures. Try again.");
  });
}

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
