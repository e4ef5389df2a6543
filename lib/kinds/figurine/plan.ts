import type { BaseDesign } from "../../kernel/figurine/base.ts";
import type { HeadDesign } from "../../kernel/figurine/figure.ts";
import type { OutfitColours } from "../../kernel/figurine/outfit.ts";
import type { PoseId } from "../../kernel/figurine/poses.ts";
import { getFont } from "../../kernel/text/fonts.ts";
import { requireLetters } from "../../kernel/text/letters.ts";
import type { FigurineSpec } from "./schema.ts";
import { type PropId, TEMPLATES } from "./templates.ts";

/** A spec with all that was left to the body decided. */
export interface FigurinePlan {
  pose: PoseId;
  colours: OutfitColours;
  head: HeadDesign;
  prop: PropId;
  /** A cape beside the one a superhero's suit has. */
  hasExtraCape: boolean;
  base: BaseDesign;
}

function coloursOf(spec: FigurineSpec): OutfitColours {
  const own = {
    top: spec.topColour,
    bottom: spec.bottomColour,
    shoes: spec.shoeColour,
    accent: spec.accentColour,
  };
  const { colours } = TEMPLATES[spec.body];
  return { skin: spec.skinColour, ...(spec.palette === "own" ? own : colours) };
}

/** Most that hair lies closer or stands out, in the head's units: what leaves every style closed and the skull covered. */
const HAIR_SWAY = 0.9;

function headOf(spec: FigurineSpec, colours: OutfitColours): HeadDesign {
  const template = TEMPLATES[spec.body];
  const hat = spec.hat === "body" ? template.hat : spec.hat;
  const ownHat = spec.hat === "body" ? template.hatColours : undefined;
  const masked = spec.glasses === "none" ? (template.glasses ?? "none") : spec.glasses;
  return {
    look: { shape: spec.headShape, nose: spec.nose },
    face: {
      eyes: spec.eyes,
      eyeColour: spec.eyeColour,
      brows: spec.brows,
      mouth: spec.mouth,
      hasLashes: spec.hasLashes || (template.hasLashes ?? false),
      hasBlush: spec.hasBlush,
      hasFreckles: spec.hasFreckles,
      skin: spec.skinColour,
      hair: spec.hairColour,
    },
    hair: spec.hair === "body" ? template.hair : spec.hair,
    hairColour: spec.hairColour,
    hairGrow: ((spec.hairVolumePercent - 50) / 50) * HAIR_SWAY,
    beard: spec.beard,
    glasses: masked,
    glassesColour: masked === "mask" ? colours.accent : "#23262c",
    hat,
    hatColour:
      ownHat?.[0] ?? (hat === "crown" ? "#efbf4a" : hat === "toque" ? "#fbfaf6" : colours.top),
    hatAccent: ownHat?.[1] ?? colours.accent,
    isPictured: spec.facePicture !== null,
  };
}

/** The plate's name as its font can write it; throws `invalid_input` with the nearest text where it cannot. */
function nameOf({ base, plateText, plateFont }: FigurineSpec): string {
  if (base === "none" || plateText.trim() === "") return "";
  const given = { text: plateText, field: "plateText", label: "Name plate", standard: "ANNA" };
  return requireLetters(given, getFont(plateFont));
}

/** Decides what a spec leaves to its body. Throws `invalid_input` where the plate's name cannot be written. */
export function planFigurine(spec: FigurineSpec): FigurinePlan {
  const template = TEMPLATES[spec.body];
  const colours = coloursOf(spec);
  return {
    pose: spec.pose === "body" ? template.pose : spec.pose,
    colours,
    head: headOf(spec, colours),
    prop: spec.prop === "body" ? template.prop : spec.prop,
    hasExtraCape: spec.cape === "yes" && spec.body !== "superhero",
    base: {
      shape: spec.base,
      colour: spec.baseColour,
      name: nameOf(spec),
      font: spec.plateFont,
      letterColour: spec.plateColour,
    },
  };
}
