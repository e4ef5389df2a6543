import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { commonDesign, skirtDesign } from "../garment/to-design.ts";
import type { SkirtSpec } from "./schema.ts";

export const skirtKindDesign = (spec: SkirtSpec): GarmentDesign => ({
  kind: "skirt",
  ...commonDesign(spec),
  torso: null,
  skirt: skirtDesign(spec, spec.waistbandMm),
  trousers: null,
  beltMm: 0,
});
