import { PRINT_MATERIALS } from "../../shared/materials.ts";
import { choice } from "../field.ts";

/** What a relief or an object may be printed in. */
const LABELS = Object.fromEntries(PRINT_MATERIALS.map(({ id, label }) => [id, label]));

/** One of all print materials. */
export const printMaterial = (standard: string) =>
  choice(LABELS, standard, { label: "Material", group: "Material" });
