import type {
  Fabric,
  Fit,
  GarmentDesign,
  SkirtDesign,
  TorsoDesign,
} from "../../kernel/garment/design.ts";

interface Common {
  bustMm: number;
  waistMm: number;
  hipMm: number;
  heightMm: number;
  fit: Fit;
  weave: Fabric["weave"];
  gsm: number;
  colour: string;
  print: Fabric["print"];
  repeatMm: number;
  secondColour: string;
}

/** What every garment has: body, fit and cloth. */
export function commonDesign(spec: Common): Pick<GarmentDesign, "body" | "fit" | "fabric"> {
  const {
    bustMm,
    waistMm,
    hipMm,
    heightMm,
    fit,
    weave,
    gsm,
    colour,
    print,
    repeatMm,
    secondColour,
  } = spec;
  return {
    body: { bustMm, waistMm, hipMm, heightMm },
    fit,
    fabric: { weave, gsm, colour, print, repeatMm, secondColour },
  };
}

interface Skirted {
  skirtShape: SkirtDesign["shape"];
  skirtLengthMm: number;
  flareDeg: number;
  gatherPercent: number;
  slitMm: number;
  closure: SkirtDesign["closure"];
  buttons: number;
}

export const skirtDesign = (spec: Skirted, waistbandMm: number): SkirtDesign => ({
  shape: spec.skirtShape,
  lengthMm: spec.skirtLengthMm,
  flareDeg: spec.flareDeg,
  gatherPercent: spec.gatherPercent,
  slitMm:
    spec.skirtShape === "pencil" || spec.skirtShape === "straight"
      ? Math.min(spec.slitMm, spec.skirtLengthMm - 150)
      : 0,
  closure: spec.closure,
  buttons: spec.buttons,
  waistbandMm,
});

interface Bodied
  extends Pick<
    TorsoDesign,
    "neckline" | "neckDepthMm" | "collar" | "sleeve" | "sleeveShape" | "closure" | "buttons"
  > {}

export const torsoDesign = (
  spec: Bodied,
  hem: Pick<TorsoDesign, "belowWaistMm" | "hemFlareMm" | "pockets">,
): TorsoDesign => ({
  neckline: spec.neckline,
  neckDepthMm: spec.neckDepthMm,
  collar: spec.collar,
  sleeve: spec.sleeve,
  // A cap has no room for a shape of its own.
  sleeveShape: spec.sleeve === "cap" || spec.sleeve === "none" ? "straight" : spec.sleeveShape,
  closure: spec.closure,
  buttons: spec.buttons,
  ...hem,
});
