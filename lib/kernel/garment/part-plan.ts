import { bandPart, bucklePart } from "./parts/band-parts.ts";
import { buttonParts } from "./parts/button-parts.ts";
import type { Making, PlannedPart } from "./parts/planned-part.ts";
import { pocketParts } from "./parts/pocket-parts.ts";
import { skirtParts } from "./parts/skirt-parts.ts";
import { bodyParts, neckParts, sleeveParts } from "./parts/torso-parts.ts";
import { trouserParts } from "./parts/trouser-parts.ts";
import { wrapParts } from "./parts/wrap-parts.ts";

/** Every closed solid of a garment, in the order of making. */
export function planParts(making: Making): PlannedPart[] {
  const { laid } = making;
  const { torso, skirt, design } = laid;
  const closure = design.torso?.closure ?? "none";
  const band = design.skirt && !torso ? design.skirt.waistbandMm : 0;
  return [
    ...(torso
      ? [
          ...bodyParts(making, torso, closure),
          ...sleeveParts(making, torso),
          ...neckParts(making, torso),
        ]
      : []),
    ...(skirt ? skirtParts(making, skirt) : []),
    ...trouserParts(making),
    ...buttonParts(making),
    ...wrapParts(making),
    ...pocketParts(making),
    ...(band > 0 ? [bandPart("waistband", making, band, false)] : []),
    ...(design.beltMm > 0 && torso ? [bandPart("belt", making, design.beltMm, true)] : []),
    ...(design.beltMm > 0 && torso && closure !== "wrap"
      ? [bucklePart(making, design.beltMm)]
      : []),
  ];
}
