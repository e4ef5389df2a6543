import type { Part, Quality } from "../../kernel/mesh.ts";
import type { Raster } from "../../kernel/raster/raster.ts";
import { blurGrid, emptyGrid, type Grid, mapGrid, stretched } from "../../kernel/relief/grid.ts";
import { heartPicture } from "../../kernel/relief/heart-picture.ts";
import { subjectOf } from "../../kernel/relief/object-from-picture.ts";
import { outlinePlate } from "../../kernel/relief/outline-plate.ts";
import type { Segmentation } from "../../kernel/relief/segment/segment.ts";
import { bridged } from "../../kernel/relief/silhouette.ts";
import { standing } from "../../kernel/relief/stand.ts";
import { greyOf, resized } from "../../kernel/relief/tones.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { AppError } from "../../shared/errors.ts";
import { type BuildAssets, pictureOf } from "../assets.ts";
import { limitsOf } from "../limits.ts";
import { type KeychainSpec, keychainSchema } from "./schema.ts";

/** Long edge of the grid the plate is made on, px. */
const EDGE_PX: Record<Quality, number> = { preview: 130, final: 280 };
/** What stands round the hole, mm. */
const HOLE_WALL_MM = 2;
/** What stays under recessed lines, mm. */
const FLOOR_MM = 1;
/** Lines are where the picture is this much darker or lighter than around, share of its range. */
const LINE_CONTRAST = 0.12;
/** Around, as a share of the picture's height. */
const AROUND = 0.03;
/** Most of the height that its two borders take. */
const BORDER_SHARE = 0.12;

const requireWithin = limitsOf<keyof KeychainSpec & string>(keychainSchema);

let heart: Raster | null = null;

function pictureFor(spec: KeychainSpec, assets: BuildAssets | undefined): Raster {
  const given = pictureOf(assets, spec.picture);
  if (given) return given;
  heart ??= heartPicture();
  return heart;
}

/** What is taken for the subject. */
export function keychainSubject(spec: KeychainSpec, assets: BuildAssets | undefined): Segmentation {
  return subjectOf(pictureFor(spec, assets), pictureOf(assets, spec.mask));
}

function checkLimits(spec: KeychainSpec): void {
  requireWithin({
    field: "borderMm",
    value: spec.borderMm,
    maximum: BORDER_SHARE * spec.heightMm,
    reason: "The border leaves too little of the picture.",
  });
  if (spec.surface !== "lines") return;
  requireWithin({
    field: "reliefMm",
    value: spec.reliefMm,
    maximum: spec.thicknessMm - FLOOR_MM,
    reason: `Under recessed lines ${FLOOR_MM} mm of the plate must stay.`,
  });
}

/** The picture's tones as a relief in the mask's size: its light, or its lines, 0 to 1. */
function reliefOf(spec: KeychainSpec, raster: Raster, mask: Grid): Grid {
  if (spec.surface === "plain") return emptyGrid(mask.width, mask.height);
  const grey = resized(greyOf(raster), mask.width, mask.height);
  const tones = stretched(spec.invert ? mapGrid(grey, (value) => 1 - value) : grey);
  const deviation = (spec.smoothingMm * mask.height) / spec.heightMm;
  if (spec.surface === "relief") return blurGrid(tones, deviation);
  const around = blurGrid(tones, AROUND * Math.max(mask.width, mask.height));
  const lines = mapGrid(tones, (tone, i) => {
    const contrast = Math.abs(tone - around.values[i]!);
    return Math.max(0, Math.min(1, (contrast - LINE_CONTRAST) / 0.1));
  });
  return blurGrid(lines, Math.max(0.7, deviation));
}

/**
 * A keychain's one solid, upright, its face to the front. Throws `invalid_input` where numbers do not go together,
 * `rule_broken` where the picture has no subject.
 */
export function buildKeychain(
  spec: KeychainSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  checkLimits(spec);
  const raster = pictureFor(spec, assets);
  const { width, height, mask: found } = keychainSubject(spec, assets);
  if (!found.includes(1)) {
    throw new AppError(
      "rule_broken",
      "I cannot make out the subject of this picture. Add a mask.",
      {
        details: { field: "mask", value: null },
      },
    );
  }
  const mask = { width, height, values: Float32Array.from(bridged(found, width)) };
  const mesh = outlinePlate({
    mask,
    relief: reliefOf(spec, raster, mask),
    heightMm: spec.heightMm,
    borderMm: spec.borderMm,
    thicknessMm: spec.thicknessMm,
    reliefMm: spec.surface === "lines" ? -spec.reliefMm : spec.reliefMm,
    holeMm: spec.holeMm,
    holeWallMm: HOLE_WALL_MM,
    edgePx: EDGE_PX[quality],
  });
  const clean = kernel.scope(() => kernel.toMesh(largest(kernel, kernel.fromMesh(mesh))));
  return [{ name: "keychain", role: "body", material: spec.material, mesh: standing(clean) }];
}

/** The largest piece: a hole for the ring may leave a crumb of a slender picture. */
function largest(kernel: SolidKernel, solid: ReturnType<SolidKernel["fromMesh"]>) {
  const pieces = solid.decompose().map((piece) => kernel.track(piece));
  return pieces.toSorted((a, b) => b.volume() - a.volume())[0] ?? solid;
}
