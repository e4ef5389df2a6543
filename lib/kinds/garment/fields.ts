import { z } from "zod";
import type {
  Closure,
  Collar,
  Fit,
  LegShape,
  NecklineShape,
  Pockets,
  Print,
  Rise,
  SkirtShape,
  SleeveLength,
  SleeveShape,
  Weave,
} from "../../kernel/garment/design.ts";
import { choice, colour, count, deg, field, mm, percent } from "../field.ts";

const BODY = { group: "Body", step: 10 };

/** The body a garment is cut for. */
export const bodyFields = () => ({
  bustMm: mm(700, 1300, 880, { ...BODY, label: "Bust" }),
  waistMm: mm(540, 1200, 720, { ...BODY, label: "Waist" }),
  hipMm: mm(760, 1400, 960, { ...BODY, label: "Hip" }),
  heightMm: mm(1450, 1950, 1680, { ...BODY, label: "Body height" }),
});

const FITS: Record<Fit, string> = { slim: "Slim", regular: "Regular", loose: "Loose" };

export const fitField = (standard: Fit) => choice(FITS, standard, { label: "Fit", group: "Cut" });

const NECKLINES: Record<NecklineShape, string> = {
  round: "Round neck",
  v: "V-neck",
  boat: "Boat neck",
  square: "Square neck",
  halter: "Halter neck",
  turtleneck: "Turtleneck",
};

/** Necklines whose depth is asked. */
const DEEP: readonly NecklineShape[] = ["round", "v", "square"];

export const necklineFields = (standard: NecklineShape, depthMm: number) => ({
  neckline: choice(NECKLINES, standard, { label: "Neckline", group: "Neckline" }),
  neckDepthMm: mm(70, 260, depthMm, {
    label: "Neckline depth",
    group: "Neckline",
    step: 5,
    when: { neckline: DEEP },
  }),
});

const SLEEVES: Record<SleeveLength, string> = {
  none: "Sleeveless",
  cap: "Cap sleeves",
  short: "Short sleeves",
  "three-quarter": "Three-quarter sleeves",
  long: "Long sleeves",
};
const SLEEVE_SHAPES: Record<SleeveShape, string> = {
  straight: "Straight sleeves",
  puff: "Puff sleeves",
  bell: "Bell sleeves",
};
const SHAPED: readonly SleeveLength[] = ["short", "three-quarter", "long"];

export const sleeveFields = (standard: SleeveLength) => ({
  sleeve: choice(SLEEVES, standard, { label: "Sleeves", group: "Sleeves" }),
  sleeveShape: choice(SLEEVE_SHAPES, "straight", {
    label: "Sleeve shape",
    group: "Sleeves",
    when: { sleeve: SHAPED },
  }),
});

const SKIRTS: Record<SkirtShape, string> = {
  pencil: "Pencil skirt",
  straight: "Straight skirt",
  "a-line": "A-line",
  "half-circle": "Half-circle skirt",
  circle: "Circle skirt",
  gathered: "Gathered skirt",
};

export const skirtFields = (standard: SkirtShape, lengthMm: number) => ({
  skirtShape: choice(SKIRTS, standard, { label: "Skirt", group: "Skirt" }),
  skirtLengthMm: mm(300, 1150, lengthMm, {
    label: "Skirt length from the waist",
    group: "Skirt",
    step: 10,
  }),
  flareDeg: deg(20, 150, 80, {
    label: "Flare",
    group: "Skirt",
    when: { skirtShape: ["a-line"] },
  }),
  gatherPercent: percent(30, 150, 70, {
    label: "Gathers at the waist",
    group: "Skirt",
    when: { skirtShape: ["gathered"] },
  }),
  slitMm: mm(0, 600, 0, {
    label: "Slit at the back",
    group: "Skirt",
    step: 10,
    when: { skirtShape: ["pencil", "straight"] },
  }),
});

const CLOSURES: Record<Closure, string> = {
  none: "Pulled on",
  "zip-back": "Zip at the back",
  "zip-side": "Zip at the side",
  "zip-front": "Zip at the front",
  "buttons-front": "Buttons down the front",
  wrap: "Wrapped and tied",
};

/** A choice among some closures. */
export function closureField<const Of extends Closure>(of: readonly Of[], standard: NoInfer<Of>) {
  const options = Object.fromEntries(of.map((id) => [id, CLOSURES[id]])) as Record<Of, string>;
  return choice(options, standard, { label: "Closure", group: "Closure" });
}

export const buttonsField = (standard: number) =>
  count(2, 14, standard, {
    label: "Buttons",
    group: "Closure",
    when: { closure: ["buttons-front"] },
  });

const COLLARS: Record<Collar, string> = {
  none: "No collar",
  stand: "Stand collar",
  shirt: "Shirt collar",
  lapel: "Lapels",
};

export const collarField = (standard: Collar) =>
  choice(COLLARS, standard, { label: "Collar", group: "Neckline" });

const POCKETS: Record<Pockets, string> = {
  none: "No pockets",
  patch: "Patch pockets",
  welt: "Welt pockets",
  seam: "Pockets in the seam",
};

export function pocketsField<const Of extends Pockets>(of: readonly Of[], standard: NoInfer<Of>) {
  const options = Object.fromEntries(of.map((id) => [id, POCKETS[id]])) as Record<Of, string>;
  return choice(options, standard, { label: "Pockets", group: "Pockets" });
}

const LEGS: Record<LegShape, string> = {
  slim: "Slim legs",
  straight: "Straight legs",
  wide: "Wide legs",
  flared: "Flared legs",
};
const RISES: Record<Rise, string> = { high: "High rise", mid: "Mid rise", low: "Low rise" };

export const legFields = () => ({
  legShape: choice(LEGS, "straight", { label: "Legs", group: "Legs" }),
  rise: choice(RISES, "high", { label: "Rise", group: "Legs" }),
  inseamMm: mm(60, 880, 770, { label: "Inseam", group: "Legs", step: 10 }),
});

const WEAVES: Record<Weave, string> = {
  plain: "Cotton poplin",
  twill: "Twill",
  satin: "Satin",
  knit: "Jersey knit",
  denim: "Denim",
};
const PRINTS: Record<Print, string> = {
  plain: "Plain",
  stripes: "Stripes",
  dots: "Dots",
  check: "Gingham check",
  floral: "Floral",
};
const PRINTED: readonly Print[] = ["stripes", "dots", "check", "floral"];

export interface FabricStandard {
  weave: Weave;
  print: Print;
  repeatMm: number;
  colour: `#${string}`;
  secondColour: `#${string}`;
  gsm: number;
}

export const fabricFields = (standard: FabricStandard) => ({
  weave: choice(WEAVES, standard.weave, { label: "Fabric", group: "Fabric" }),
  gsm: field(z.number().min(60).max(500).default(standard.gsm), {
    label: "Weight",
    group: "Fabric",
    unit: "gsm",
    step: 5,
  }),
  colour: colour(standard.colour, { label: "Colour", group: "Fabric" }),
  print: choice(PRINTS, standard.print, { label: "Print", group: "Print" }),
  repeatMm: mm(6, 300, standard.repeatMm, {
    label: "Repeat of the print",
    group: "Print",
    step: 1,
    when: { print: PRINTED },
  }),
  secondColour: colour(standard.secondColour, {
    label: "Second colour",
    group: "Print",
    when: { print: PRINTED },
  }),
});

export const beltField = (standardMm: number) =>
  mm(0, 70, standardMm, { label: "Belt width (0 for none)", group: "Waist", step: 5 });
