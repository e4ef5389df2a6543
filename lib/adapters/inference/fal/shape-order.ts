import { createHash } from "node:crypto";
import type { FalClient } from "@fal-ai/client";
import { cutOut } from "../cut-out.ts";
import type { PieceWanted, SourcePicture } from "../port.ts";
import type { ChosenModels } from "./chosen-models.ts";
import type { Order } from "./orders.ts";
import { sendUp } from "./picture-order.ts";

/** Kind whose shape may be made elsewhere. */
const OBJECT = "object";

export interface ShapeParts {
  fal: FalClient;
  models: ChosenModels;
}

export type ShapeOrder = Omit<Order, "owner"> & {
  /** Sent along and kept in the files; null where the model takes none. */
  seed: number | null;
};

/** The order for a shape of a photo, or of words where there is none; null where the kernel makes it. */
export function toShapeOrder(parts: ShapeParts, wanted: PieceWanted): ShapeOrder | null {
  if (wanted.kind !== OBJECT || wanted.made || wanted.here) return null;
  const shape = shapeOf(wanted.spec);
  const picture = pictureOf(wanted, wanted.spec.picture);
  if (picture) return ofPicture(parts, picture, pictureOf(wanted, wanted.spec.mask), shape);
  return wanted.prompt ? ofWords(parts, wanted.prompt, shape) : null;
}

/** The same work has the same seed, 0 to 2³¹ − 1: made again, it is asked for in the same words. */
const seedOf = (content: unknown): number =>
  createHash("sha256").update(JSON.stringify(content)).digest().readUInt32BE() >>> 1;

/** What the final model of this costs, millionths of a USD; its pictures need not be loaded. */
export function shapeCostMicroUsd(
  models: ChosenModels,
  wanted: PieceWanted,
  before?: PieceWanted,
): number {
  if (wanted.kind !== OBJECT || wanted.made || wanted.here) return 0;
  if (before && isSameShape(wanted, before)) return 0;
  const shape = shapeOf(wanted.spec);
  if (wanted.spec.picture) return models["image-to-3d"].costMicroUsd({ pictureUrl: "", ...shape });
  return wanted.prompt ? models["text-to-3d"].costMicroUsd({ prompt: wanted.prompt, ...shape }) : 0;
}

/** What is ordered names these alone: height, base and the like are made here. */
const orderedOf = ({ spec, prompt }: PieceWanted) =>
  JSON.stringify([spec.picture ?? prompt, spec.mask ?? null, shapeOf(spec)]);
const isSameShape = (one: PieceWanted, other: PieceWanted) => orderedOf(one) === orderedOf(other);

function shapeOf(spec: Record<string, unknown>) {
  return { faceLimit: Number(spec.faceLimit), texture: spec.material === COLOURED };
}

/** The material that carries colours. */
const COLOURED = "full-colour-polyjet";

function pictureOf({ sources }: PieceWanted, id: unknown): SourcePicture | null {
  const source = typeof id === "string" ? sources?.[id] : undefined;
  return source && "png" in source ? source : null;
}

function ofPicture(
  { fal, models }: ShapeParts,
  picture: SourcePicture,
  mask: SourcePicture | null,
  shape: ReturnType<typeof shapeOf>,
): ShapeOrder {
  const model = models["image-to-3d"];
  const content = [picture.sha256, mask?.sha256 ?? null, shape];
  const seed = seedOf(content);
  return {
    ...{ capability: "image-to-3d", model: model.endpoint, content },
    seed: model.isSeedless ? null : seed,
    costMicroUsd: model.costMicroUsd({ pictureUrl: "", ...shape }),
    async toInput() {
      const png = mask ? await cutOut(picture.png, mask.png) : picture.png;
      const pictureUrl = await sendUp(fal, { ...picture, png });
      return model.input({ pictureUrl, seed, ...shape });
    },
  };
}

function ofWords(
  { models }: ShapeParts,
  prompt: string,
  shape: ReturnType<typeof shapeOf>,
): ShapeOrder {
  const model = models["text-to-3d"];
  const content = [prompt, shape];
  const seed = seedOf(content);
  const request = { prompt, seed, ...shape };
  return {
    ...{ capability: "text-to-3d", model: model.endpoint, content },
    seed: model.isSeedless ? null : seed,
    costMicroUsd: model.costMicroUsd(request),
    toInput: async () => model.input(request),
  };
}
