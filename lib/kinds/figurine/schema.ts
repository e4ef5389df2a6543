import { z } from "zod";
import { FONT_LABELS } from "../../kernel/text/fonts.ts";
import { PRINT_MATERIALS } from "../../shared/materials.ts";
import { choice, colour, count, field, flag, mm, percent, picture, text } from "../field.ts";

const own = { palette: ["own"] } as const;
const stands = { base: ["round", "square", "heart"] };
const jointed = { neckJoint: [true] };
const hollow = { isHollow: [true] };

const MATERIALS = Object.fromEntries(PRINT_MATERIALS.map(({ id, label }) => [id, label]));

/** Every choice of a figurine; what is left to the body follows its template. */
export const figurineSchema = z.object({
  body: choice(
    {
      casual: "Standing, sweater and jeans",
      sitting: "Sitting, hoodie",
      superhero: "Superhero",
      graduate: "Graduate",
      bride: "Bride",
      groom: "Groom",
      footballer: "Footballer",
      musician: "Musician with a guitar",
      chef: "Chef",
      doctor: "Doctor",
      astronaut: "Astronaut",
      princess: "Princess",
    },
    "graduate",
    { label: "Body", group: "Figure" },
  ),
  heightMm: mm(50, 200, 75, { label: "Height", group: "Figure", step: 0.5 }),
  pose: choice(
    {
      body: "As the body",
      relaxed: "Arms at the sides",
      hips: "Hands on hips",
      wave: "Waving",
      cheer: "Arm raised",
      offer: "Hand held out",
      hold: "Hands together",
      strum: "Playing guitar",
      kick: "Kicking",
      sit: "Sitting",
    },
    "body",
    { label: "Pose", group: "Figure" },
  ),
  headsHigh: field(z.number().min(2.3).max(6).default(3.2), {
    label: "Height in heads",
    group: "Figure",
    unit: "count",
    step: 0.1,
  }),
  buildPercent: percent(0, 100, 50, { label: "Build", group: "Figure" }),

  skinColour: colour("#f2c6a0", { label: "Skin", group: "Head" }),
  headShape: choice(
    { round: "Round", oval: "Oval", square: "Square jaw", heart: "Heart" },
    "round",
    { label: "Face shape", group: "Head" },
  ),
  hair: choice(
    {
      body: "As the body",
      bald: "Bald",
      short: "Short",
      swept: "Swept",
      spiky: "Spiky",
      bob: "Bob",
      long: "Long",
      ponytail: "Ponytail",
      bun: "Bun",
      curly: "Curly",
      afro: "Afro",
    },
    "body",
    { label: "Hair", group: "Head" },
  ),
  hairColour: colour("#5b3822", { label: "Hair colour", group: "Head" }),
  hairVolumePercent: percent(0, 100, 50, { label: "Hair volume", group: "Head" }),
  beard: choice(
    { none: "None", moustache: "Moustache", goatee: "Goatee", full: "Full beard" },
    "none",
    { label: "Beard", group: "Head" },
  ),

  eyes: choice({ round: "Round", dots: "Dots", happy: "Laughing", sleepy: "Sleepy" }, "round", {
    label: "Eyes",
    group: "Face",
  }),
  eyeColour: colour("#5a3a22", {
    label: "Eye colour",
    group: "Face",
    when: { eyes: ["round", "sleepy"] },
  }),
  brows: choice({ soft: "Soft", straight: "Straight", thick: "Thick", fine: "Fine" }, "soft", {
    label: "Brows",
    group: "Face",
  }),
  mouth: choice({ smile: "Smile", laugh: "Laugh", calm: "Calm", smirk: "Smirk" }, "smile", {
    label: "Mouth",
    group: "Face",
  }),
  nose: choice({ button: "Button", soft: "Soft", long: "Long" }, "button", {
    label: "Nose",
    group: "Face",
  }),
  hasLashes: flag(false, { label: "Lashes", group: "Face" }),
  hasBlush: flag(true, { label: "Rosy cheeks", group: "Face" }),
  hasFreckles: flag(false, { label: "Freckles", group: "Face" }),

  facePicture: picture({ label: "Picture of the face", group: "Face from a picture" }),
  rightEyeXPercent: percent(0, 100, 36, {
    label: "Left eye in the picture, across",
    group: "Face from a picture",
  }),
  leftEyeXPercent: percent(0, 100, 64, {
    label: "Right eye in the picture, across",
    group: "Face from a picture",
  }),
  eyesYPercent: percent(0, 100, 42, {
    label: "Eyes in the picture, down",
    group: "Face from a picture",
  }),
  mouthYPercent: percent(0, 100, 70, {
    label: "Mouth in the picture, down",
    group: "Face from a picture",
  }),

  palette: choice({ body: "As designed", own: "My colours" }, "body", {
    label: "Colours",
    group: "Outfit",
  }),
  topColour: colour("#27324f", { label: "Top", group: "Outfit", when: own }),
  bottomColour: colour("#2c303b", { label: "Bottom", group: "Outfit", when: own }),
  shoeColour: colour("#23252b", { label: "Shoes", group: "Outfit", when: own }),
  accentColour: colour("#d9a72e", { label: "Accents", group: "Outfit", when: own }),

  hat: choice(
    {
      body: "As the body",
      none: "None",
      cap: "Cap",
      beanie: "Beanie",
      mortarboard: "Graduate's cap",
      toque: "Chef's hat",
      "top-hat": "Top hat",
      crown: "Crown",
      helmet: "Astronaut's helmet",
    },
    "body",
    { label: "Hat", group: "Accessories" },
  ),
  glasses: choice(
    { none: "None", round: "Round", square: "Square", sunglasses: "Sunglasses" },
    "none",
    { label: "Glasses", group: "Accessories" },
  ),
  prop: choice(
    {
      body: "As the body",
      none: "None",
      ball: "Football",
      bouquet: "Bouquet",
      diploma: "Diploma",
      guitar: "Guitar",
      spoon: "Wooden spoon",
      clipboard: "Clipboard",
    },
    "body",
    { label: "In hand", group: "Accessories" },
  ),
  cape: choice({ body: "As the body", yes: "With a cape", none: "None" }, "body", {
    label: "Cape",
    group: "Accessories",
  }),

  base: choice({ round: "Round", square: "Square", heart: "Heart", none: "None" }, "round", {
    label: "Base",
    group: "Base",
  }),
  baseColour: colour("#2b2d33", { label: "Base colour", group: "Base", when: stands }),
  plateText: text(18, "", { label: "Name plate", group: "Base", when: stands }),
  plateFont: choice(FONT_LABELS, "sans", { label: "Lettering", group: "Base", when: stands }),
  plateColour: colour("#f2d9a0", { label: "Letter colour", group: "Base", when: stands }),

  material: choice(MATERIALS as Record<string, string>, "full-colour-polyjet", {
    label: "Material",
    group: "Making",
  }),
  neckJoint: flag(false, { label: "Head comes off", group: "Making" }),
  jointClearanceMm: mm(0.1, 0.5, 0.2, {
    label: "Clearance of the neck",
    group: "Making",
    step: 0.05,
    when: jointed,
  }),
  isHollow: flag(false, { label: "Hollow", group: "Making" }),
  wallMm: mm(1, 5, 2, { label: "Wall", group: "Making", when: hollow }),
  drainHoles: count(1, 4, 2, { label: "Drain holes", group: "Making", when: hollow }),
  drainMm: mm(1.5, 6, 3, { label: "Drain hole diameter", group: "Making", when: hollow }),
});

export type FigurineSpec = z.infer<typeof figurineSchema>;
