import { type KindReader, kindReader } from "../read/kind-reader.ts";
import type { ReaderTable, Said, Taken } from "../read/reader-table.ts";
import { type EarringsSpec, earringsSchema } from "./schema.ts";

const OF_STONE = ["stone", "cut", "stoneLengthMm", "stoneWidthMm", "head", "prongs"];
const OF_HOOP = ["hoopInnerMm", "section", "bandWidthMm", "gapMm"];

/** Words that name both the piece and its style. */
const STYLE_NOUNS: readonly (readonly [EarringsSpec["style"], RegExp])[] = [
  ["hoop", /\b(?:hoops|huggies)\b/i],
  ["stud", /\b(?:ear )?studs\b/i],
  ["drop", /\b(?:danglers|drops)\b/i],
];

/** A stone makes hoops studs, a hoop's number makes others hoops, unless a style is named. */
function styleOf({ message, patch, spec }: Said<EarringsSpec>): Taken<EarringsSpec> {
  if (patch.style !== undefined) return {};
  const named = STYLE_NOUNS.find(([, words]) => words.test(message));
  if (named) return { patch: { style: named[0] } };
  const names = Object.keys(patch);
  const says = (fields: readonly string[]) => fields.some((field) => names.includes(field));
  if (spec.style === "hoop" && says(OF_STONE)) return { patch: { style: "stud" } };
  return spec.style !== "hoop" && says(OF_HOOP) ? { patch: { style: "hoop" } } : {};
}

const TABLE: ReaderTable<EarringsSpec> = {
  name: "pair of earrings",
  schema: earringsSchema,
  nouns: ["earrings", "earring", "pair of earrings", "ear studs", "ear rings"],
  hints: ["studs", "hoops", "huggies", "danglers"],
  body: {
    fields: {
      any: "hoopInnerMm",
      size: "hoopInnerMm",
      across: "hoopInnerMm",
      thickness: "wireMm",
      width: "bandWidthMm",
    },
  },
  parts: {
    stone: {
      words: ["stone", "gem", "drop stone", "lower stone"],
      gem: {
        stone: "stone",
        cut: "cut",
        lengthMm: "stoneLengthMm",
        widthMm: "stoneWidthMm",
      },
    },
    upper: {
      words: ["upper stone", "top stone"],
      gem: { stone: "topStone", lengthMm: "topStoneMm" },
      present: { style: "drop" },
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
    post: {
      words: ["post", "pin"],
      fields: {
        any: "postLengthMm",
        length: "postLengthMm",
        thickness: "postMm",
        width: "postMm",
      },
    },
    gap: { words: ["gap", "opening"], fields: { any: "gapMm", size: "gapMm", width: "gapMm" } },
  },
  choices: {
    style: {
      stud: ["stud", "studs", "stud earring"],
      hoop: ["hoop", "hoops", "huggie", "huggies", "creole", "hoop earring"],
      drop: ["drop", "drops", "dangle", "dangling", "dangly", "drop earring", "danglers"],
    },
    joint: {
      fixed: ["rigid", "stiff"],
      moving: ["moving", "hinged", "that move", "swing"],
    },
    section: { band: ["flat", "flat hoops"], wire: ["tube", "tubular"] },
    end: { post: ["tapered ends"], plain: ["blunt ends"] },
    finish: { satin: ["brushed", "matte", "matt"], polished: ["shiny", "glossy"] },
  },
  unsupported: ["clip", "screw back", "pavé", "halo"],
  finish: styleOf,
};

const ofHoops = kindReader<EarringsSpec>(TABLE);
/** Of earrings with stones a bare size is the stone's. */
const ofStones = kindReader<EarringsSpec>({
  ...TABLE,
  body: { fields: { any: "stoneLengthMm", size: "stoneLengthMm", width: "stoneWidthMm" } },
});

export const EARRINGS_READER: KindReader<EarringsSpec> = {
  ...ofHoops,
  read(message, context) {
    const reading = ofHoops.read(message, context);
    const style = reading.patch.style ?? context.current?.style ?? "drop";
    if (style === "hoop") return reading;
    const ofStone = ofStones.read(message, context);
    const isOpen = context.current === null && ofStone.patch.cut === undefined;
    // Studs are round unless a cut is said; drops are pears.
    return style === "stud" && isOpen ? ofStones.read(`round ${message}`, context) : ofStone;
  },
};
