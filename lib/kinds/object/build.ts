import type { Part, Quality } from "../../kernel/mesh.ts";
import type { Raster } from "../../kernel/raster/raster.ts";
import { objectFromPicture, subjectOf } from "../../kernel/relief/object-from-picture.ts";
import type { Segmentation } from "../../kernel/relief/segment/segment.ts";
import { toyPicture } from "../../kernel/relief/toy-picture.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { getMaterial } from "../../shared/materials.ts";
import { type BuildAssets, pictureOf } from "../assets.ts";
import type { ObjectSpec } from "./schema.ts";

/** Long edge of the grid a body is made on, px. */
const EDGE_PX: Record<Quality, number> = { preview: 130, final: 300 };
/** A preview has at most so many triangles. */
const PREVIEW_FACES = 12_000;

let toy: Raster | null = null;

/** The photo a spec names, or the drawn toy where it names none. */
function photoOf(spec: ObjectSpec, assets: BuildAssets | undefined): Raster {
  const given = pictureOf(assets, spec.picture);
  if (given) return given;
  toy ??= toyPicture();
  return toy;
}

/** What is taken for the subject, by the spec's mask or found in the photo. */
export function foundSubject(spec: ObjectSpec, assets: BuildAssets | undefined): Segmentation {
  return subjectOf(photoOf(spec, assets), pictureOf(assets, spec.mask));
}

/** The object's one solid, upright. Throws `rule_broken` where the photo has no subject. */
export function buildObject(
  spec: ObjectSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  const { heightMm, depthPercent, profile, back, base, material, faceLimit } = spec;
  const isFinal = quality === "final";
  const { mesh, texture } = objectFromPicture(kernel, photoOf(spec, assets), {
    ...{ heightMm, profile, back, base },
    depth: depthPercent / 100,
    mask: pictureOf(assets, spec.mask),
    faceLimit: isFinal ? faceLimit : Math.min(faceLimit, PREVIEW_FACES),
    edgePx: EDGE_PX[quality],
  });
  const isColoured = getMaterial(material).processes.includes("full-colour" as never);
  return [{ name: "object", role: "body", material, mesh, ...(isColoured && { texture }) }];
}
