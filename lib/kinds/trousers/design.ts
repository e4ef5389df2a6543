import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { commonDesign } from "../garment/to-design.ts";
import type { TrousersSpec } from "./schema.ts";

export const trousersDesign = (spec: TrousersSpec): GarmentDesign => ({
  kind: "trousers",
  ...commonDesign(spec),
  torso: null,
  skirt: null,
  trousers: {
    shape: spec.legShape,
    rise: spec.rise,
    inseamMm: spec.inseamMm,
    waistbandMm: spec.waistbandMm,
    pockets: spec.pockets,
    closure: spec.closure,
  },
  beltMm: 0,
});
