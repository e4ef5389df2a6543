import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { commonDesign, torsoDesign } from "../garment/to-design.ts";
import type { CoatSpec } from "./schema.ts";

/** A wrapped coat is held by a belt at least this wide, mm. */
const TIE_MM = 40;

export const coatDesign = (spec: CoatSpec): GarmentDesign => ({
  kind: "coat",
  ...commonDesign(spec),
  torso: torsoDesign(spec, {
    belowWaistMm: spec.belowWaistMm,
    hemFlareMm: spec.hemFlareMm,
    pockets: spec.pockets,
  }),
  skirt: null,
  trousers: null,
  beltMm: spec.closure === "wrap" ? Math.max(TIE_MM, spec.beltMm) : spec.beltMm,
});
