import { type KindReader, kindReader } from "../read/kind-reader.ts";
import type { ReaderTable, Said, Taken } from "../read/reader-table.ts";
import { type PendantSpec, pendantSchema } from "./schema.ts";

/** Fields that speak of a set stone, and of a plate. */
const OF_STONE = ["stone", "cut", "stoneLengthMm", "stoneWidthMm", "haloStone", "head", "prongs"];
const OF_PLATE = ["text", "letterWork", "letterHeightMm", "thicknessMm"];

/** A stone makes it a stone pendant, a text a plate, unless a design is named. */
function designOf({ patch, spec }: Said<PendantSpec>): Taken<PendantSpec> {
  if (patch.design !== undefined) return {};
  const names = Object.keys(patch);
  const says = (fields: readonly string[]) => fields.some((field) => names.includes(field));
  if (spec.design === "stone" && says(OF_PLATE) && !says(OF_STONE)) {
    return { patch: { design: "disc" } };
  }
  return spec.design !== "stone" && says(OF_STONE) ? { patch: { design: "stone" } } : {};
}

const TABLE: ReaderTable<PendantSpec> = {
  name: "pendant",
  schema: pendantSchema,
  nouns: [
    ...["pendant", "stone pendant", "charm pendant", "pendant necklace", "locket pendant"],
    ...["dog tag", "cross necklace", "heart necklace", "disc necklace", "coin necklace"],
  ],
  hints: ["charm"],
  body: {
    fields: {
      any: "heightMm",
      size: "heightMm",
      height: "heightMm",
      width: "widthMm",
      thickness: "thicknessMm",
    },
    sides: ["heightMm", "widthMm"],
  },
  parts: {
    stone: {
      words: ["stone", "gem", "centre stone", "center stone"],
      gem: {
        stone: "stone",
        cut: "cut",
        lengthMm: "stoneLengthMm",
        widthMm: "stoneWidthMm",
      },
      present: { design: "stone" },
    },
    halo: {
      words: ["halo"],
      gem: { stone: "haloStone", lengthMm: "haloStoneMm" },
      present: { halo: true, design: "stone" },
      absent: { halo: false },
    },
    prongs: {
      words: ["prong", "claw"],
      count: "prongs",
      fields: { any: "prongWidthMm", width: "prongWidthMm", thickness: "prongWidthMm" },
      present: { head: "prong" },
    },
    bezel: {
      words: ["bezel", "bezel setting"],
      fields: { any: "bezelWallMm", width: "bezelWallMm", thickness: "bezelWallMm" },
      present: { head: "bezel" },
    },
    bail: {
      words: ["bail", "eyelet"],
      fields: { any: "bailInnerMm", size: "bailInnerMm" },
      choices: ["bail"],
      absent: { bail: "none" },
    },
    engraving: {
      words: ["engraving", "inscription", "letter", "text"],
      text: "text",
      fields: {
        any: "letterHeightMm",
        size: "letterHeightMm",
        height: "letterHeightMm",
        depth: "letterDepthMm",
      },
      choices: ["lettering", "letterWork"],
      absent: { text: "" },
    },
  },
  choices: {
    design: {
      disc: ["round plate", "coin shape", "tag", "dog tag"],
      heart: ["heart shaped", "heart shape"],
      drop: ["teardrop", "drop shaped"],
      cross: ["crucifix", "cross shaped"],
    },
    finish: { satin: ["brushed", "matte", "matt"], polished: ["shiny", "glossy"] },
    lettering: {
      script: ["cursive", "handwriting", "script letters", "script lettering"],
      roman: ["serif", "roman letters"],
      sans: ["sans serif", "plain letters", "block letters"],
    },
    letterWork: { raised: ["in relief", "embossed"], recessed: ["engraved", "cut in"] },
    bail: {
      loop: ["ring on top", "simple loop"],
      hidden: ["hidden bail", "invisible bail"],
      tapered: ["classic bail"],
    },
  },
  sets: [
    [{ design: "cross" }, "cross necklace"],
    [{ design: "heart" }, "heart necklace"],
    [{ design: "disc" }, "disc necklace", "coin necklace"],
  ],
  unsupported: ["pavé", "filigree", "photo", "locket"],
  finish: designOf,
};

const ofPlate = kindReader<PendantSpec>(TABLE);
/** Of a pendant around a stone a bare size is the stone's. */
const ofStone = kindReader<PendantSpec>({
  ...TABLE,
  body: { fields: { any: "stoneLengthMm", size: "stoneLengthMm", width: "stoneWidthMm" } },
});

export const PENDANT_READER: KindReader<PendantSpec> = {
  ...ofPlate,
  read(message, context) {
    const reading = ofPlate.read(message, context);
    const design = reading.patch.design ?? context.current?.design ?? "stone";
    return design === "stone" ? ofStone.read(message, context) : reading;
  },
};
