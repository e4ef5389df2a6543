import type { Ctx } from "#lib/context.ts";
import type { StyleId } from "#lib/kernel/figurine/cartoon/types.ts";
import { chosenCartoon } from "../chosen-cartoon.ts";
import { resultOf, type StageWork } from "../stages/stage-work.ts";
import type { Score } from "../types.ts";
import { scored } from "./band.ts";

/** Vectors of a style's reference set by style and embedder: they never change. */
const known = new Map<string, Promise<Float32Array[]>>();

function referencesOf(ctx: Ctx, style: StyleId): Promise<Float32Array[]> {
  const { current } = ctx.adapters.embedders;
  const key = `${style}/${current.id.name}/${current.id.version}`;
  const found = known.get(key);
  if (found) return found;
  const made = ctx.adapters.figures
    .drawReferences({ style })
    .then((pictures) => current.embedPictures(pictures.map((bytes) => ({ bytes }))));
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

const cosine = (one: Float32Array, other: Float32Array) =>
  one.reduce((sum, value, i) => sum + value * other[i]!, 0);

/** How much the cartoon looks like others of its style: the mean cosine to the style's reference set. */
export async function styleScore(work: StageWork): Promise<Score> {
  const { ctx, input, signal } = work;
  const { pictureId } = chosenCartoon(resultOf(work, "cartoon"), input);
  const image = await ctx.db.image.findUniqueOrThrow({
    where: { id: pictureId },
    select: { blobKey: true },
  });
  const bytes = await ctx.adapters.blob.read(image.blobKey);
  const [vector] = await ctx.adapters.embedders.current.embedPictures([{ bytes }], { signal });
  const references = await referencesOf(ctx, input.style);
  const values = references.map((reference) => cosine(vector!, reference));
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const { name, version } = ctx.adapters.embedders.current.id;
  return scored({
    id: "style",
    label: "Style",
    value: Math.max(0, mean),
    meaning:
      "How much the cartoon looks like the style's own reference pictures: the mean cosine of their vectors by the embedder named. Other hair or skin than the references' lowers it too.",
    bands: [
      { from: 0.75, label: "in the style" },
      { from: 0.5, label: "mostly in the style" },
      { from: 0, label: "off the style" },
    ],
    terms: {
      references: references.length,
      nearest: Number(Math.max(...values).toFixed(3)),
      embedder: `${name} ${version}`,
    },
  });
}
