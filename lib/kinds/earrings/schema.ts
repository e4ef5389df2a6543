import { z } from "zod";
import { CUTS } from "../../shared/stones.ts";
import { alloy, choice, cut, mm, stone } from "../field.ts";
import { SQUARE_CUTS } from "../ring/schema.ts";

const set = { style: ["stud", "drop"] } as const;
const drop = { style: ["drop"] } as const;
const hoop = { style: ["hoop"] } as const;

/** Every number of a pair of earrings; the range of each is what a bench can make at all, not what is wise. */
export const earringsSchema = z.object({
  style: choice({ stud: "Studs", hoop: "Hoops", drop: "Drops" }, "drop", {
    label: "Style",
    group: "Style",
  }),
  alloy: alloy("gold-18k-white-pd", { label: "Metal", group: "Metal" }),
  finish: choice({ polished: "Polished", satin: "Satin" }, "polished", {
    label: "Finish",
    group: "Metal",
  }),

  stone: stone("aquamarine", { label: "Stone", group: "Stone", when: set }),
  cut: cut("pear", { label: "Cut", group: "Stone", when: set }),
  stoneLengthMm: mm(3, 16, 9, { label: "Stone length", group: "Stone", when: set }),
  stoneWidthMm: mm(3, 14, 6, {
    label: "Stone width",
    group: "Stone",
    when: { ...set, cut: CUTS.filter((cut) => !SQUARE_CUTS.includes(cut)) },
  }),
  head: choice({ prong: "Prongs", bezel: "Bezel" }, "prong", {
    label: "Setting",
    group: "Setting",
    when: set,
  }),
  prongs: choice({ "4": "Four", "6": "Six" }, "4", {
    label: "Number of prongs",
    group: "Setting",
    when: { ...set, head: ["prong"] },
  }),
  prongWidthMm: mm(0.6, 1.6, 1, {
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

  topStone: stone("diamond", { label: "Upper stone", group: "Drop", when: drop }),
  topStoneMm: mm(2, 8, 4, { label: "Upper stone diameter", group: "Drop", when: drop }),
  joint: choice({ fixed: "Fixed", moving: "Swinging" }, "moving", {
    label: "Joint",
    group: "Drop",
    when: drop,
  }),

  hoopInnerMm: mm(8, 60, 18, { label: "Inner diameter", group: "Hoop", step: 0.5, when: hoop }),
  section: choice({ wire: "Round wire", band: "Flat band" }, "wire", {
    label: "Section",
    group: "Hoop",
    when: hoop,
  }),
  wireMm: mm(0.8, 5, 2.2, { label: "Thickness", group: "Hoop", when: hoop }),
  bandWidthMm: mm(1, 10, 3, {
    label: "Band width",
    group: "Hoop",
    when: { ...hoop, section: ["band"] },
  }),
  end: choice({ post: "Tapers to a post", plain: "Plain ends" }, "post", {
    label: "Ends",
    group: "Hoop",
    when: hoop,
  }),
  gapMm: mm(0.4, 8, 0.8, { label: "Gap", group: "Hoop", when: hoop }),

  postMm: mm(0.7, 1.3, 0.9, { label: "Post diameter", group: "Post", step: 0.05 }),
  postLengthMm: mm(8, 13, 10, { label: "Post length", group: "Post", step: 0.5, when: set }),
});

export type EarringsSpec = z.infer<typeof earringsSchema>;
