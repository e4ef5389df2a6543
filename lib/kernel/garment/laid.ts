import type { GarmentDesign, SkirtDesign } from "./design.ts";
import { type FinishedGirths, finishedGirths } from "./ease.ts";
import { type Flare, flareGirth, flareOf } from "./flare.ts";
import { type DressForm, dressForm } from "./form.ts";
import { type Hang, hangCloth } from "./hang.ts";
import { type Legs, layLegs } from "./legs.ts";
import { easeToGirth, widened } from "./section.ts";
import { STIFFNESS } from "./stiffness.ts";
import { bodyGirthBelow, layTorso, type Torso } from "./torso.ts";

export interface LaidSkirt {
  design: SkirtDesign;
  flare: Flare;
  hang: Hang;
}

/** A garment laid on its form: what shape, drawing and pattern share. */
export interface Laid {
  design: GarmentDesign;
  form: DressForm;
  girths: FinishedGirths;
  torso: Torso | null;
  skirt: LaidSkirt | null;
  legs: Legs | null;
}

let last: { key: string; laid: Laid } | null = null;

/** The design laid on its form. The last one is kept: shape, checks, measures and price ask one after the other. */
export function layGarment(design: GarmentDesign): Laid {
  const key = JSON.stringify(design);
  if (last?.key !== key) last = { key, laid: lay(design) };
  return last.laid;
}

function lay(design: GarmentDesign): Laid {
  const form = dressForm(design.body);
  const girths = finishedGirths(design, form.lengths.upperArmMm);
  const torso = design.torso && layTorso(design, design.torso, form, girths);
  return {
    ...{ design, form, girths, torso },
    skirt: design.skirt && laySkirt(design, design.skirt, form, girths, torso),
    legs: design.trousers && layLegs(form, design.trousers, girths),
  };
}

/** A hair between bodice and skirt, so that two solids do not share an edge, mm. */
const WAIST_GAP_MM = 0.1;

function laySkirt(
  design: GarmentDesign,
  skirt: SkirtDesign,
  form: DressForm,
  girths: FinishedGirths,
  torso: Torso | null,
): LaidSkirt {
  const { levels, body } = form;
  const flare = flareOf(skirt, girths, body, levels);
  const waist = form.spannedAt(levels.waistMm);
  const top = torso
    ? torso.sectionAt(levels.waistMm)
    : widened(waist, Math.max(2.5, easeToGirth(waist, girths.waistMm)));
  const hang = hangCloth({
    top,
    topZ: levels.waistMm - WAIST_GAP_MM,
    lengthMm: flare.lengthMm,
    girthAt: (d) => flareGirth(flare, d),
    bodyGirthAt: (z) => bodyGirthBelow(form, z) + 8,
    angle: flare.angle,
    isGathered: flare.fullness === "gathers",
    stiffness: STIFFNESS[design.fabric.weave],
  });
  return { design: skirt, flare, hang };
}
