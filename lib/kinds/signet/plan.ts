import type { Signet } from "../../kernel/jewelry/signet.ts";
import { limitsOf } from "../limits.ts";
import { type SignetSpec, signetSchema } from "./schema.ts";

const requireWithin = limitsOf<keyof SignetSpec & string>(signetSchema);

/** A table is at most so many times as wide as the finger's radius, or it stands off the finger at its ends. */
const MOST_TABLE = 1.5;
const MOST_ASPECT = 2;
/** What a recess leaves of any table, mm. */
const LEAST_FLOOR_MM = 0.3;

const isRegular = ({ table }: SignetSpec) => table === "round" || table === "square";

/** The ring without its letters. Throws `invalid_input` where valid single values cannot go together. */
export function planSignet(spec: SignetSpec): Signet {
  const widthMm = isRegular(spec) ? spec.tableLengthMm : spec.tableWidthMm;
  requireWithin({
    field: isRegular(spec) ? "tableLengthMm" : "tableWidthMm",
    value: widthMm,
    maximum: (MOST_TABLE * spec.innerDiameterMm) / 2,
    reason: "On a ring of this size a broader table would stand off the finger.",
  });
  requireWithin({
    field: "tableLengthMm",
    value: spec.tableLengthMm,
    minimum: widthMm / MOST_ASPECT,
    maximum: widthMm * MOST_ASPECT,
    reason: `A table is at most ${MOST_ASPECT} times as long as wide.`,
  });
  requireWithin({
    field: "bandWidthMm",
    value: spec.bandWidthMm,
    maximum: 0.8 * spec.tableLengthMm,
    reason: "The shoulders narrow from the table to the band.",
  });
  requireWithin({
    field: "tableHeightMm",
    value: spec.tableHeightMm,
    minimum: spec.bandThicknessMm,
    reason: "The table stands at least as high as the band is thick.",
  });
  if (spec.text !== "" && spec.letterWork === "recessed") {
    requireWithin({
      field: "letterDepthMm",
      value: spec.letterDepthMm,
      maximum: spec.tableHeightMm - LEAST_FLOOR_MM,
      reason: `Letters must leave ${LEAST_FLOOR_MM} mm of the table.`,
    });
  }
  return {
    innerRadiusMm: spec.innerDiameterMm / 2,
    shape: spec.table,
    lengthMm: spec.tableLengthMm,
    widthMm,
    heightMm: spec.tableHeightMm,
    bandWidthMm: spec.bandWidthMm,
    bandThicknessMm: spec.bandThicknessMm,
  };
}
