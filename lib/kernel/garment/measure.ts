import { massByAlternative } from "../../shared/materials.ts";
import type { Measures } from "../measures.ts";
import { clothOf } from "./cloth-part.ts";
import type { Laid } from "./laid.ts";
import { techPackOf } from "./tech-pack.ts";

/** The measures of a garment: what its shape shows, with cloth and weight of the flat pieces, which are exact. */
export function garmentMeasures(laid: Laid, measured: Measures): Measures {
  const garment = techPackOf(laid);
  const { design } = laid;
  const material = clothOf(design.fabric, design.kind === "coat");
  const clothMm2 = garment.fabricAreaM2 * 1e6;
  const { volumeMm3 } = measured;
  return {
    ...measured,
    massG: garment.massG,
    madeOf: [{ material, volumeMm3, clothMm2, massG: garment.massG }],
    massByAlloy: {
      ...massByAlternative({ volumeMm3, clothMm2 }, material),
      [material]: garment.massG,
    },
    garment,
  };
}
