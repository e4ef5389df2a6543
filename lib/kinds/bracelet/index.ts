import { oval } from "../../kernel/jewelry/chain/curve.ts";
import { chainKind } from "../chain/chain-kind.ts";
import { chainSchema } from "../chain/schema.ts";

/** A wrist is wider than deep; the clasp lies in front, a little to one side. */
const WRIST_ASPECT = 1.16;
const CLASP_RAD = -Math.PI / 2 + 0.3;
/** Of an oval of that aspect, at its narrow ends. */
const BEND_DEG = 452;

export const braceletSchema = chainSchema({
  style: "curb",
  length: { least: 140, most: 260, standard: 190 },
  wireMm: 1.5,
  linkLengthMm: 7.5,
  linkWidthMm: 6,
  alloy: "gold-18k-yellow",
});

export const bracelet = chainKind(
  {
    id: "bracelet",
    schema: braceletSchema,
    curveOf: (widthMm) => oval(widthMm, WRIST_ASPECT, CLASP_RAD),
    bendDeg: BEND_DEG,
  },
  {
    name: "bracelet",
    title: "Bracelet",
    nouns: ["bracelet", "chain bracelet", "curb bracelet", "link bracelet", "anklet"],
    hints: ["wrist chain"],
    example: "a 19 cm curb bracelet in 14K yellow gold with 7 mm links",
  },
);
