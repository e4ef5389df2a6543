import { z } from "zod";
import {
  alloy,
  choice,
  colour,
  count,
  cut,
  flag,
  mm,
  percent,
  stone,
  text,
} from "#lib/kinds/field.ts";
import { kindReader } from "#lib/kinds/read/kind-reader.ts";

export const PLAQUE_SCHEMA = z.object({
  heightMm: mm(8, 60, 24, { label: "Height", group: "Size" }),
  widthMm: mm(8, 60, 18, { label: "Width", group: "Size" }),
  thicknessMm: mm(1, 6, 2, { label: "Thickness", group: "Size" }),
  shape: choice({ round: "Round", heart: "Heart", "soft-square": "Soft square" }, "round", {
    label: "Shape",
    group: "Size",
  }),
  alloy: alloy("silver-925", { label: "Metal", group: "Metal" }),
  frontFinish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Front",
    group: "Metal",
  }),
  backFinish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Back",
    group: "Metal",
  }),
  stone: stone("diamond", { label: "Stone", group: "Stone" }),
  cut: cut("round", { label: "Cut", group: "Stone" }),
  stoneLengthMm: mm(2, 14, 5, { label: "Stone length", group: "Stone" }),
  stoneWidthMm: mm(2, 14, 5, { label: "Stone width", group: "Stone" }),
  halo: flag(false, { label: "Halo", group: "Stone" }),
  haloStone: stone("diamond", { label: "Halo stones", group: "Stone" }),
  prongs: choice({ "4": "Four", "6": "Six" }, "4", { label: "Prongs", group: "Stone" }),
  name: text(10, "Anna", { label: "Name", group: "Text" }),
  backText: text(16, "", { label: "Text on the back", group: "Text" }),
  chainMm: mm(350, 900, 450, { label: "Chain length", group: "Chain", step: 5 }),
  links: count(4, 40, 12, { label: "Number of links", group: "Chain" }),
});

export const FROCK_SCHEMA = z.object({
  bustMm: mm(760, 1200, 880, { label: "Bust", group: "Body", step: 5 }),
  waistMm: mm(560, 1100, 720, { label: "Waist", group: "Body", step: 5 }),
  hipMm: mm(800, 1250, 960, { label: "Hip", group: "Body", step: 5 }),
  lengthMm: mm(600, 1500, 1000, { label: "Length", group: "Cut", step: 5 }),
  flare: percent(0, 100, 30, { label: "Flare", group: "Cut" }),
  sleeve: choice({ none: "None", short: "Short", long: "Long", puff: "Puff" }, "short", {
    label: "Sleeves",
    group: "Cut",
  }),
  collarStyle: choice({ none: "None", "peter-pan": "Peter Pan" }, "none", {
    label: "Collar",
    group: "Cut",
  }),
  pockets: flag(false, { label: "Pockets", group: "Cut" }),
  cloth: colour("#1c2a48", { label: "Cloth", group: "Colour" }),
  print: choice({ none: "No print", dots: "Dots", stripes: "Stripes" }, "none", {
    label: "Print",
    group: "Colour",
  }),
  printColour: colour("#f4f3ef", { label: "Colour of the print", group: "Colour" }),
  collarColour: colour("#f4f3ef", { label: "Collar colour", group: "Colour" }),
});

/** Small kinds that use all that a table can say, apart from the kinds of the registry. */
export const PLAQUE = kindReader({
  name: "plaque",
  schema: PLAQUE_SCHEMA,
  nouns: ["plaque"],
  body: {
    fields: {
      any: "heightMm",
      size: "heightMm",
      height: "heightMm",
      width: "widthMm",
      thickness: "thicknessMm",
    },
    sides: ["heightMm", "widthMm", "thicknessMm"],
    text: "name",
  },
  parts: {
    stone: {
      words: ["stone", "gem"],
      gem: { stone: "stone", cut: "cut", lengthMm: "stoneLengthMm", widthMm: "stoneWidthMm" },
    },
    halo: {
      words: ["halo"],
      gem: { stone: "haloStone" },
      present: { halo: true },
      absent: { halo: false },
    },
    prongs: { words: ["prong", "claw"], count: "prongs" },
    back: {
      words: ["back", "reverse"],
      text: "backText",
      choices: ["backFinish"],
      absent: { backText: "" },
    },
    front: { words: ["front"], choices: ["frontFinish"] },
    chain: { words: ["chain"], fields: { any: "chainMm", length: "chainMm", size: "chainMm" } },
  },
  sets: [[{ chainMm: 400 }, "choker"]],
  unsupported: ["filigree"],
});

export const FROCK = kindReader({
  name: "frock",
  schema: FROCK_SCHEMA,
  nouns: ["frock", "gown", "tunic"],
  sets: [[{ lengthMm: 700 }, "tunic"]],
  clothes: { bust: "bustMm", waist: "waistMm", hip: "hipMm" },
  body: {
    fields: { any: "lengthMm", length: "lengthMm", size: "lengthMm" },
    colour: "cloth",
  },
  parts: {
    collar: {
      words: ["collar"],
      colour: "collarColour",
      choices: ["collarStyle"],
      absent: { collarStyle: "none" },
    },
    print: { words: ["print", "dot", "stripe"], colour: "printColour" },
    sleeve: { words: ["sleeve"], choices: ["sleeve"], absent: { sleeve: "none" } },
    waist: { words: ["waist"], fields: { any: "waistMm", size: "waistMm", width: "waistMm" } },
  },
  choices: { sleeve: { none: ["sleeveless"] }, print: { dots: ["dot", "polka dot"] } },
});
