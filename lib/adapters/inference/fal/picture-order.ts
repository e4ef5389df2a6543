import type { FalClient } from "@fal-ai/client";
import type { PictureTask, SourcePicture } from "../port.ts";
import type { Capability, FalModel, Requests } from "./capabilities.ts";
import type { ChosenModels } from "./chosen-models.ts";
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
}

type Ordered = Omit<Order, "owner">;

/** The order for a picture task. */
export function toPictureOrder(parts: PictureParts, task: PictureTask): Ordered {
  const up = (picture: SourcePicture) => sendUp(parts.fal, picture);
  switch (task.task) {
    case "text-to-image":
      return ordered(parts.models[task.task], task, async () => task);
    case "edit":
      return ordered(parts.models[task.task], task, async () => ({
        ...task,
        pictureUrls: await Promise.all(task.pictures.map(up)),
      }));
    case "inpaint":
      return ordered(parts.models[task.task], task, async () => ({
        ...task,
        ...{ pictureUrl: await up(task.picture), maskUrl: await up(task.mask) },
      }));
    default:
      return ofOnePicture(parts, task, up);
  }
}

type OnePicture = Extract<PictureTask, { task: "control" | "stylise" | "remove-background" }>;

function ofOnePicture(
  { models }: PictureParts,
  task: OnePicture,
  up: (p: SourcePicture) => Promise<string>,
) {
  const withUrl = async <T>(rest: T) => ({ ...rest, pictureUrl: await up(task.picture) });
  if (task.task === "control") return ordered(models.control, task, () => withUrl(task));
  if (task.task === "stylise") return ordered(models.stylise, task, () => withUrl(task));
  return ordered(models["remove-background"], task, () => withUrl({}));
}

/** The order whether pictures are unsafe. */
export function toCheckOrder(
  { fal, models }: PictureParts,
  pictures: readonly SourcePicture[],
): Ordered {
  const about = { task: "nsfw-check" as const, pictures };
  return ordered(models["nsfw-check"], about, async () => ({
    pictureUrls: await Promise.all(pictures.map((picture) => sendUp(fal, picture))),
  }));
}

function ordered<C extends Capability>(
  model: FalModel<C>,
  task: { task: C },
  toRequest: () => Promise<Requests[C]>,
): Ordered {
  return {
    capability: task.task,
    model: model.endpoint,
    content: byContent(task),
    // Addresses do not count for the price.
    costMicroUsd: model.costMicroUsd({ pictureUrls: pictureList(task), ...task } as never),
    toInput: async () => model.input(await toRequest()),
  };
}

const pictureList = (task: object): unknown => ("pictures" in task ? task.pictures : []);

/** A task as plain data: pictures by what they hold. */
function byContent(task: object): unknown {
  return JSON.parse(
    JSON.stringify(task, (_, value) => (value?.png && value.sha256 ? value.sha256 : value)),
  );
}
