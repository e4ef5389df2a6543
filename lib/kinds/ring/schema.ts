import { z } from "zod";
import { CUTS, type Cut } from "../../shared/stones.ts";
import { alloy, choice, cut, deg, mm, percent, stone } from "../field.ts";
import { settingFields } from "../setting-fields.ts";

const set = { style: ["solitaire", "halo", "three-stone"] } as const;
const pave = { shoulders: ["pave"] } as const;

/** Of these the length is the whole size; the width is not asked. */
export const SQUARE_CUTS: readonly Cut[] = ["round", "princess"];

/** Every number of a ring; the range of each is what a bench can make at all, not what is wise. */
export const ringSchema = z.object({
  style: choice(
    {
      plain: "Plain band",
      solitaire: "Solitaire",
      halo: "Halo",
      "three-stone": "Three stones",
    },
    "solitaire",
    {
      label: "Style",
      group: "Style",
    },
  ),
  innerDiameterMm: mm(12, 26, 17.32, { label: "Inner diameter", group: "Size", step: 0.01 }),

  profile: choice({ comfort: "Comfort fit", flat: "Flat", "d-shape": "D-shape" }, "d-shape", {
    label: "Profile",
    group: "Band",
  }),
  bandWidthMm: mm(1.6, 12, 2.4, { label: "Band width", group: "Band" }),
  bandThicknessMm: mm(1.2, 4, 1.8, { label: "Band thickness", group: "Band" }),
  taperPercent: percent(0, 50, 15, { label: "Taper to the back", group: "Band" }),
  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),

  stone: stone("diamond", { label: "Centre stone", group: "Centre stone", when: set }),
  cut: cut("round", { label: "Cut", group: "Centre stone", when: set }),
  stoneLengthMm: mm(3, 16, 6, { label: "Stone length", group: "Centre stone", when: set }),
  stoneWidthMm: mm(3, 14, 6, {
    label: "Stone width",
    group: "Centre stone",
    when: { ...set, cut: CUTS.filter((cut) => !SQUARE_CUTS.includes(cut)) },
  }),
  ...settingFields(set),
  headLiftMm: mm(0, 4, 0.4, { label: "Extra height", group: "Setting", when: set }),

  haloStone: stone("diamond", {
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

  sideStone: stone("diamond", {
    label: "Side stones",
    group: "Side stones",
    when: { style: ["three-stone"] },
  }),
  sideStoneMm: mm(2, 8, 4, {
    label: "Side stone diameter",
    group: "Side stones",
    when: { style: ["three-stone"] },
  }),

  shoulders: choice({ plain: "Plain", pave: "Pavé" }, "plain", {
    label: "Shoulders",
    group: "Shoulders",
  }),
  paveStone: stone("diamond", { label: "Pavé stones", group: "Shoulders", when: pave }),
  paveStoneMm: mm(1, 2.2, 1.3, {
    label: "Pavé stone diameter",
    group: "Shoulders",
    step: 0.05,
    when: pave,
  }),
  paveArcDeg: deg(20, 150, 60, { label: "Pavé down each side", group: "Shoulders", when: pave }),
});

export type RingSpec = z.infer<typeof ringSchema>;
