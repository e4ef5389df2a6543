import type { GarmentDesign } from "../../kernel/garment/design.ts";
import { commonDesign, skirtDesign, torsoDesign } from "../garment/to-design.ts";
import type { DressSpec } from "./schema.ts";

export const dressDesign = (spec: DressSpec): GarmentDesign => ({
  kind: "dress",
  ...commonDesign(spec),
  torso: torsoDesign(spec, { belowWaistMm: 0, hemFlareMm: 0, pockets: "none" }),
  skirt: skirtDesign(spec, 0),
  trousers: null,
  beltMm: spec.beltMm,
});
