import { facePainter } from "../../kernel/figurine/face-picture.ts";
import { headLayer, headOnBody } from "../../kernel/figurine/figure.ts";
import type { Fineness } from "../../kernel/figurine/fuse.ts";
import { type MadeFigure, type MakeOptions, makeFigure } from "../../kernel/figurine/make.ts";
import { type Layer, layer, layers } from "../../kernel/figurine/parts.ts";
import {
  cape,
  clipboard,
  diploma,
  groundBall,
  guitar,
  placedBouquet,
  seat,
  spoon,
} from "../../kernel/figurine/props.ts";
import { type Skeleton, skeletonOf } from "../../kernel/figurine/skeleton.ts";
import type { Part, Quality } from "../../kernel/mesh.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { type BuildAssets, pictureOf } from "../assets.ts";
import { type FigurinePlan, planFigurine } from "./plan.ts";
import type { FigurineSpec } from "./schema.ts";
import { TEMPLATES } from "./templates.ts";

const FINENESS: Record<Quality, Fineness & { segments: number }> = {
  preview: { cell: 1.7, patchEdge: 2.4, segments: 64 },
  final: { cell: 0.78, patchEdge: 1, segments: 160 },
};

/** What a figure holds, as parts. */
function propLayer(s: Skeleton, { prop, colours }: FigurinePlan): Layer {
  switch (prop) {
    case "none":
      return layer({});
    case "ball":
      return layer({ parts: groundBall(s) });
    case "bouquet":
      return layer({ parts: placedBouquet(s, "#e58a96") });
    case "diploma":
      return layer({ parts: diploma(s, 1, colours.accent) });
    case "guitar":
      return layer({ parts: guitar(s, "#c9772e") });
    case "spoon":
      return layer({ parts: spoon(s, 0) });
    case "clipboard":
      return layer({ parts: clipboard(s, 0) });
  }
}

function capeLayer(s: Skeleton, { hasExtraCape, colours }: FigurinePlan): Layer {
  if (!hasExtraCape) return layer({});
  const endZ = s.seatZ > 0 ? s.seatZ + 1 : 5;
  return layer({ parts: cape(s, colours.accent, { endZ, wide: s.chest.wide * 1.5, flow: 6 }) });
}

const seatLayer = (s: Skeleton): Layer =>
  s.seatZ > 0 ? layer({ parts: seat(s, "#e3b04b") }) : layer({});

/** All layers of a figure: what it wears, holds and sits on, and its head. */
export function layersOf(spec: FigurineSpec, plan: FigurinePlan, s: Skeleton): Layer {
  const body = TEMPLATES[spec.body].outfit(s, plan.colours);
  return layers([
    spec.cape === "none" ? withoutCape(body) : body,
    propLayer(s, plan),
    capeLayer(s, plan),
    seatLayer(s),
    headOnBody(s, headLayer(plan.head)),
  ]);
}

const withoutCape = (body: Layer): Layer => ({
  ...body,
  parts: body.parts.filter(({ name }) => name !== "cape"),
  details: body.details.filter(({ what }) => what !== "The cape"),
});

export function skeletonFor(spec: FigurineSpec, { pose }: FigurinePlan): Skeleton {
  return skeletonOf({ headRatio: spec.headsHigh, build: spec.buildPercent / 100, pose });
}

function makeOptions(
  spec: FigurineSpec,
  plan: FigurinePlan,
  s: Skeleton,
  quality: Quality,
  assets: BuildAssets | undefined,
): MakeOptions {
  const { segments, ...fineness } = FINENESS[quality];
  const raster = pictureOf(assets, spec.facePicture);
  const marks = {
    rightEye: [spec.rightEyeXPercent / 100, spec.eyesYPercent / 100],
    leftEye: [spec.leftEyeXPercent / 100, spec.eyesYPercent / 100],
    mouthY: spec.mouthYPercent / 100,
  } as const;
  return {
    heightMm: spec.heightMm,
    base: plan.base,
    jointMm: spec.neckJoint ? spec.jointClearanceMm : null,
    skin: spec.skinColour,
    hollow: spec.isHollow
      ? {
          wallMm: spec.wallMm,
          holes: spec.drainHoles,
          holeMm: spec.drainMm,
          cellMm: spec.heightMm / (quality === "preview" ? 30 : 70),
        }
      : null,
    fineness,
    segments,
    ...(raster && {
      painters: new Map([[spec.skinColour, facePainter(s, raster, marks, spec.skinColour)]]),
    }),
  };
}

/** A figurine's solids and what is known of their details, mm. */
export function makeFigurine(
  spec: FigurineSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): MadeFigure {
  const plan = planFigurine(spec);
  const s = skeletonFor(spec, plan);
  const options = makeOptions(spec, plan, s, quality, assets);
  return kernel.scope(() => makeFigure(kernel, s, layersOf(spec, plan, s), options));
}

/**
 * A figurine as one closed solid, or two with a neck joint, in colours by vertex. Throws `invalid_input` where
 * the plate's name cannot be written.
 */
export function buildFigurine(
  spec: FigurineSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  return figurineParts(spec, makeFigurine(spec, kernel, quality, assets));
}

/** What was made, as parts of the spec's material. */
export const figurineParts = ({ material }: FigurineSpec, { halves }: MadeFigure): Part[] =>
  halves.map(({ name, mesh }) => ({ name, role: "body", material, mesh }));
