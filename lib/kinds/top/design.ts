import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { commonDesign, torsoDesign } from "../garment/to-design.ts";
import type { TopSpec } from "./schema.ts";

export const topDesign = (spec: TopSpec): GarmentDesign => ({
  kind: "top",
  ...commonDesign(spec),
  torso: torsoDesign(spec, {
    belowWaistMm: spec.belowWaistMm,
    hemFlareMm: spec.hemFlareMm,
    pockets: "none",
  }),
  skirt: null,
  trousers: null,
  beltMm: 0,
});
