import { z } from "zod";
import { ALLOYS } from "../../shared/alloys.ts";
import { CUTS, type Cut, STONES } from "../../shared/stones.ts";
import type { FieldMeta } from "../kind.ts";

const field = <Schema extends z.ZodType>(schema: Schema, meta: FieldMeta): Schema =>
  schema.meta({ ...meta }) as Schema;

const mm = (minimum: number, maximum: number, standard: number, meta: Omit<FieldMeta, "unit">) =>
  field(z.number().min(minimum).max(maximum).default(standard), { unit: "mm", step: 0.1, ...meta });

const labels = (entries: readonly { id: string; label: string }[]) =>
  Object.fromEntries(entries.map(({ id, label }) => [id, label]));

const alloyIds = ALLOYS.map(({ id }) => id);
const stoneIds = STONES.map(({ id }) => id);
const stoneChoice = (standard: string, meta: FieldMeta) =>
  field(z.enum(stoneIds as [string, ...string[]]).default(standard), {
    options: labels(STONES),
    ...meta,
  });

const set = { style: ["solitaire", "halo", "three-stone"] } as const;
const pave = { shoulders: ["pave"] } as const;

/** Of these the length is the whole size; the width is not asked. */
export const SQUARE_CUTS: readonly Cut[] = ["round", "princess"];

/** Every number of a ring; the range of each is what a bench can make at all, not what is wise. */
export const ringSchema = z.object({
  style: field(z.enum(["plain", "solitaire", "halo", "three-stone"]).default("solitaire"), {
    label: "Style",
    group: "Style",
    options: {
      plain: "Plain band",
      solitaire: "Solitaire",
      halo: "Halo",
      "three-stone": "Three stones",
    },
  }),
  innerDiameterMm: mm(12, 26, 17.32, { label: "Inner diameter", group: "Size", step: 0.01 }),

  profile: field(z.enum(["comfort", "flat", "d-shape"]).default("d-shape"), {
    label: "Profile",
    group: "Band",
    options: { comfort: "Comfort fit", flat: "Flat", "d-shape": "D-shape" },
  }),
  bandWidthMm: mm(1.6, 12, 2.4, { label: "Band width", group: "Band" }),
  bandThicknessMm: mm(1.2, 4, 1.8, { label: "Band thickness", group: "Band" }),
  taperPercent: field(z.number().min(0).max(50).default(15), {
    label: "Taper to the back",
    group: "Band",
    unit: "percent",
    step: 1,
  }),
  alloy: field(z.enum(alloyIds as [string, ...string[]]).default("gold-18k-yellow"), {
    label: "Metal",
    group: "Metal",
    options: labels(ALLOYS),
  }),
  finish: field(z.enum(["polished", "satin"]).default("polished"), {
    label: "Finish",
    group: "Metal",
    options: { polished: "Polished", satin: "Satin" },
  }),

  stone: stoneChoice("diamond", { label: "Centre stone", group: "Centre stone", when: set }),
  cut: field(z.enum(CUTS).default("round"), {
    label: "Cut",
    group: "Centre stone",
    when: set,
    options: {
      round: "Round brilliant",
      oval: "Oval",
      cushion: "Cushion",
      princess: "Princess",
      emerald: "Emerald cut",
      pear: "Pear",
      marquise: "Marquise",
    },
  }),
  stoneLengthMm: mm(3, 16, 6, { label: "Stone length", group: "Centre stone", when: set }),
  stoneWidthMm: mm(3, 14, 6, {
    label: "Stone width",
    group: "Centre stone",
    when: { ...set, cut: CUTS.filter((cut) => !SQUARE_CUTS.includes(cut)) },
  }),
  head: field(z.enum(["prong", "bezel"]).default("prong"), {
    label: "Setting",
    group: "Setting",
    when: set,
    options: { prong: "Prongs", bezel: "Bezel" },
  }),
  prongs: field(z.enum(["4", "6"]).default("4"), {
    label: "Number of prongs",
    group: "Setting",
    when: { ...set, head: ["prong"] },
    options: { "4": "Four", "6": "Six" },
  }),
  prongWidthMm: mm(0.6, 1.8, 1, {
    label: "Prong width",
    group: "Setting",
    step: 0.05,
    when: { ...set, head: ["prong"] },
  }),
  bezelWallMm: mm(0.5, 2, 0.9, {
    label: "Bezel wall",
    group: "Setting",
    step: 0.05,
    when: { ...set, head: ["bezel"] },
  }),
  headLiftMm: mm(0, 4, 0.4, { label: "Extra height", group: "Setting", when: set }),

  haloStone: stoneChoice("diamond", {
    label: "Halo stones",
    group: "Halo",
    when: { style: ["halo"] },
  }),
  haloStoneMm: mm(1, 2.5, 1.3, {
    label: "Halo stone diameter",
    group: "Halo",
    step: 0.05,
    when: { style: ["halo"] },
  }),

  sideStone: stoneChoice("diamond", {
    label: "Side stones",
    group: "Side stones",
    when: { style: ["three-stone"] },
  }),
  sideStoneMm: mm(2, 8, 4, {
    label: "Side stone diameter",
    group: "Side stones",
    when: { style: ["three-stone"] },
  }),

  shoulders: field(z.enum(["plain", "pave"]).default("plain"), {
    label: "Shoulders",
    group: "Shoulders",
    options: { plain: "Plain", pave: "Pavé" },
  }),
  paveStone: stoneChoice("diamond", { label: "Pavé stones", group: "Shoulders", when: pave }),
  paveStoneMm: mm(1, 2.2, 1.3, {
    label: "Pavé stone diameter",
    group: "Shoulders",
    step: 0.05,
    when: pave,
  }),
  paveArcDeg: field(z.number().min(20).max(150).default(60), {
    label: "Pavé down each side",
    group: "Shoulders",
    unit: "deg",
    step: 1,
    when: pave,
  }),
});

export type RingSpec = z.infer<typeof ringSchema>;
