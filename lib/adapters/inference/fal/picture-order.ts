import type { FalClient } from "@fal-ai/client";
import type { PictureTask } from "../picture-tasks.ts";
import type { SourcePicture } from "../port.ts";
import type { Capability, FalModel, Requests } from "./capabilities.ts";
import { type ChosenLoras, type ChosenModels, modelForStyle } from "./chosen-models.ts";
import type { Order } from "./orders.ts";

/** Files sent up live so long at fal. */
export const UPLOAD_LIFE = { expiresIn: "1d" } as const;

/** Sends a picture up to fal's storage; answers its address there. */
export function sendUp(fal: FalClient, { png }: SourcePicture): Promise<string> {
  const file = new File([png as BlobPart], "picture.png", { type: "image/png" });
  return fal.storage.upload(file, { lifecycle: UPLOAD_LIFE });
}

export interface PictureParts {
  fal: FalClient;
  models: ChosenModels;
  loras: ChosenLoras;
}

export type Ordered = Omit<Order, "owner">;

const STANDARD_STRENGTH = 0.7;

/** The model a task goes to. */
export function modelOfTask({ models }: Pick<PictureParts, "models">, task: PictureTask) {
  return task.task === "stylise" ? modelForStyle(models, task.style) : models[task.task];
}

/** The orders for a picture task: one, or one a picture where the model makes no more at once. */
export function toPictureOrders(parts: PictureParts, task: PictureTask): Ordered[] {
  const count = "count" in task ? (task.count ?? 1) : 1;
  if (count === 1 || !modelOfTask(parts, task).isSingle) return [toOrder(parts, task, count)];
  return Array.from({ length: count }, (_, index) =>
    toOrder(parts, { ...task, ...nthSeed(task, index) }, 1, index),
  );
}

const nthSeed = (task: PictureTask, index: number) =>
  "seed" in task && task.seed !== undefined ? { seed: task.seed + index } : {};

function toOrder(parts: PictureParts, task: PictureTask, count: number, index = 0): Ordered {
  const model = modelOfTask(parts, task) as FalModel<Capability>;
  return {
    capability: task.task,
    model: model.endpoint,
    // Who is in a face's pictures is nobody's business for longer than it takes to fetch them.
    ...(task.task === "stylise" && { resultLife: "1d" as const }),
    // Of several alike without a seed each is an order of its own.
    content: byContent([task, count, index]),
    costMicroUsd: model.costMicroUsd({ ...task, count } as never),
    toInput: async () => model.input((await toRequest(parts, task, count)) as never),
  };
}

/** The task with addresses in place of its pictures. */
async function toRequest(
  { fal, loras }: PictureParts,
  task: PictureTask,
  count: number,
): Promise<Requests[PictureTask["task"]]> {
  const up = (picture: SourcePicture) => sendUp(fal, picture);
  switch (task.task) {
    case "text-to-image":
      return { ...task, count };
    case "edit":
      return { ...task, count, pictureUrls: await Promise.all(task.pictures.map(up)) };
    case "inpaint": {
      const [pictureUrl, maskUrl] = await Promise.all([up(task.picture), up(task.mask)]);
      return { ...task, count, pictureUrl, maskUrl };
    }
    case "restyle": {
      const referenceUrl = task.reference && (await up(task.reference));
      const pictureUrl = await up(task.picture);
      return { ...task, count, pictureUrl, ...(referenceUrl && { referenceUrl }) };
    }
    case "control":
      return { ...task, count, pictureUrl: await up(task.picture) };
    case "stylise": {
      const { strength = STANDARD_STRENGTH } = task;
      const style = { strength, loras: loras[task.style] ?? [] };
      return { ...task, ...style, count, pictureUrl: await up(task.picture) };
    }
    case "remove-background":
      return { pictureUrl: await up(task.picture) };
  }
}

/** The order whether pictures are unsafe. */
export function toCheckOrder(
  { fal, models }: PictureParts,
  pictures: readonly SourcePicture[],
): Ordered {
  const model = models["nsfw-check"];
  const hashes = pictures.map(({ sha256 }) => sha256);
  return {
    ...{ capability: "nsfw-check", model: model.endpoint, content: hashes },
    costMicroUsd: model.costMicroUsd({ pictureUrls: hashes }),
    async toInput() {
      const pictureUrls = await Promise.all(pictures.map((picture) => sendUp(fal, picture)));
      return model.input({ pictureUrls });
    },
  };
}

/** A task as plain data: pictures by what they hold. */
function byContent(task: unknown): unknown {
  return JSON.parse(
    JSON.stringify(task, (_, value) => (value?.png && value.sha256 ? value.sha256 : value)),
  );
}
