import { neckline } from "../../kernel/jewelry/chain/curve.ts";
import { chainKind } from "../chain/chain-kind.ts";
import { chainSchema } from "../chain/schema.ts";

/** At the lowest place of the neckline. */
const BEND_DEG = 640;

export const necklaceSchema = chainSchema({
  style: "paperclip",
  length: { least: 350, most: 800, standard: 450 },
  wireMm: 1.3,
  linkLengthMm: 14,
  linkWidthMm: 5,
  alloy: "gold-18k-yellow",
});

export const necklace = chainKind(
  { id: "necklace", schema: necklaceSchema, curveOf: neckline, bendDeg: BEND_DEG },
  {
    name: "necklace",
    title: "Necklace",
    nouns: ["necklace", "chain", "chain necklace", "neck chain", "choker"],
    sets: [
      [{ lengthMm: 400 }, "choker"],
      [{ lengthMm: 450 }, "princess length"],
      [{ lengthMm: 600 }, "matinee length", "matinee"],
      [{ lengthMm: 750 }, "opera length"],
    ],
    example: "a 45 cm paperclip necklace in 18K yellow gold, 1.3 mm wire",
  },
);
