import { z } from "zod";
import { FONT_LABELS } from "../../kernel/text/fonts.ts";
import { CUTS } from "../../shared/stones.ts";
import { alloy, choice, cut, flag, mm, stone, text } from "../field.ts";
import { SQUARE_CUTS } from "../ring/schema.ts";
import { settingFields } from "../setting-fields.ts";

const set = { design: ["stone"] } as const;
const plate = { design: ["disc", "heart", "drop", "cross"] } as const;
const bail = { bail: ["loop", "tapered", "hidden"] } as const;
const halo = { ...set, halo: [true] } as const;

/** Every number of a pendant; the range of each is what a bench can make at all, not what is wise. */
export const pendantSchema = z.object({
  design: choice(
    { stone: "Set stone", disc: "Disc", heart: "Heart", drop: "Drop", cross: "Cross" },
    "stone",
    { label: "Design", group: "Design" },
  ),
  alloy: alloy("gold-18k-yellow", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),

  stone: stone("sapphire", { label: "Stone", group: "Stone", when: set }),
  cut: cut("oval", { label: "Cut", group: "Stone", when: set }),
  stoneLengthMm: mm(3, 20, 8, { label: "Stone length", group: "Stone", when: set }),
  stoneWidthMm: mm(3, 16, 6, {
    label: "Stone width",
    group: "Stone",
    when: { ...set, cut: CUTS.filter((cut) => !SQUARE_CUTS.includes(cut)) },
  }),
  ...settingFields(set),

  halo: flag(true, { label: "Halo", group: "Halo", when: set }),
  haloStone: stone("diamond", { label: "Halo stones", group: "Halo", when: halo }),
  haloStoneMm: mm(1, 2.5, 1.3, {
    label: "Halo stone diameter",
    group: "Halo",
    step: 0.05,
    when: halo,
  }),

  heightMm: mm(8, 50, 18, { label: "Height", group: "Shape", step: 0.5, when: plate }),
  widthMm: mm(6, 50, 16, {
    label: "Width",
    group: "Shape",
    step: 0.5,
    when: { design: ["heart", "drop", "cross"] },
  }),
  thicknessMm: mm(0.8, 4, 1.6, { label: "Thickness", group: "Shape", when: plate }),
  edgeMm: mm(0, 1, 0.3, { label: "Rounded edge", group: "Shape", step: 0.05, when: plate }),

  text: text(24, "", { label: "Engraving", group: "Engraving", when: plate }),
  lettering: choice(FONT_LABELS, "roman", {
    label: "Lettering",
    group: "Engraving",
    when: plate,
  }),
  letterHeightMm: mm(1, 20, 4, { label: "Letter height", group: "Engraving", when: plate }),
  letterWork: choice({ recessed: "Recessed", raised: "Raised" }, "recessed", {
    label: "Letters",
    group: "Engraving",
    when: plate,
  }),
  letterDepthMm: mm(0.2, 1, 0.5, {
    label: "Letter depth",
    group: "Engraving",
    step: 0.05,
    when: plate,
  }),

  bail: choice(
    { tapered: "Tapered bail", loop: "Plain loop", hidden: "Hidden loop", none: "None" },
    "tapered",
    { label: "Bail", group: "Bail" },
  ),
  bailInnerMm: mm(1, 8, 2.4, { label: "Bail, inside", group: "Bail", when: bail }),
  bailWallMm: mm(0.6, 2, 1, { label: "Bail, wall", group: "Bail", step: 0.05, when: bail }),
});

export type PendantSpec = z.infer<typeof pendantSchema>;
