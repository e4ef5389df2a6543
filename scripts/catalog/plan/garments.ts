import type { Random } from "../random.ts";
import { different, type Planned } from "./planned.ts";
import { cap } from "./ring-kinds.ts";

/** Colours of cloth with the word a shop would use. */
export const CLOTH: readonly (readonly [word: string, hex: string])[] = [
  ["black", "#1b1b1e"],
  ["white", "#f4f2ec"],
  ["ivory", "#ece2cc"],
  ["grey", "#7d8085"],
  ["navy", "#1d2b52"],
  ["blue", "#2f62b5"],
  ["light blue", "#9cc3e6"],
  ["teal", "#177a7c"],
  ["green", "#2f7a45"],
  ["olive", "#6c6b32"],
  ["yellow", "#e3b93c"],
  ["orange", "#d9722b"],
  ["red", "#b4232c"],
  ["burgundy", "#6a1a2e"],
  ["pink", "#e29bb0"],
  ["purple", "#6a3d8f"],
  ["lavender", "#b9a6d9"],
  ["brown", "#6b4429"],
  ["camel", "#b48b58"],
];

const PRINTS = [
  ["plain", 6],
  ["stripes", 1.2],
  ["dots", 1.2],
  ["check", 1],
  ["floral", 1.4],
] as const;
const PRINT_WORDS = {
  plain: "",
  stripes: "striped ",
  dots: "dotted ",
  check: "gingham ",
  floral: "floral ",
};
const REPEATS_MM = { plain: 40, stripes: 40, dots: 45, check: 40, floral: 100 };
const WEAVE_WORDS = {
  plain: "cotton poplin",
  twill: "cotton twill",
  satin: "satin",
  knit: "jersey",
  denim: "denim",
};
type Weave = keyof typeof WEAVE_WORDS;

/** A cloth: its fields, its look and its words. */
function cloth(random: Random, weaves: readonly Weave[], prints = PRINTS) {
  const weave = random.pick(weaves);
  const [word, colour] = random.pick(CLOTH);
  const print = weave === "denim" ? "plain" : random.weighted(prints);
  const isDark = ["black", "navy", "burgundy", "brown", "purple", "green", "teal"].includes(word);
  const [secondWord, secondColour] = isDark ? CLOTH[2]! : random.pick([CLOTH[0]!, CLOTH[4]!]);
  const isPlain = print === "plain";
  return {
    spec: { weave, colour, print, secondColour, repeatMm: REPEATS_MM[print] },
    look: { colour: word, print, second: isPlain ? "none" : secondWord },
    words: `${word} ${PRINT_WORDS[print]}`,
    colours: isPlain || word === secondWord ? [word] : [word, secondWord],
    material: cap(WEAVE_WORDS[weave]),
    materials: [WEAVE_WORDS[weave], ...(weave === "satin" ? [] : ["cotton"])],
  };
}

const EU_SIZES = ["34", "36", "38", "40", "42", "44"];

function clothesSizes(random: Random): string[] {
  const first = Math.floor(random.next() * 3);
  return EU_SIZES.slice(first, first + 2 + Math.floor(random.next() * 3));
}

const NECKS = ["round", "v", "boat", "square", "halter", "turtleneck"] as const;
const SLEEVES = ["none", "short", "three-quarter", "long"] as const;
const SLEEVE_WORDS = {
  none: "sleeveless",
  short: "short-sleeved",
  "three-quarter": "three-quarter-sleeved",
  long: "long-sleeved",
};
const SKIRTS = ["pencil", "a-line", "half-circle", "circle", "gathered"] as const;
const LENGTHS = [
  ["mini", 420],
  ["midi", 680],
  ["maxi", 1000],
] as const;

/** Neckline and sleeves that go together. */
function bodice(random: Random) {
  const neckline = random.pick(NECKS);
  const sleeve = neckline === "halter" ? "none" : random.pick(SLEEVES);
  const isShaped = sleeve !== "none" && sleeve !== "three-quarter";
  const sleeveShape = isShaped ? random.pick(["straight", "puff"] as const) : "straight";
  return { neckline, sleeve, sleeveShape };
}

function dress(random: Random): Planned {
  const { spec, look, words, ...said } = cloth(random, ["plain", "satin", "knit"]);
  const top = bodice(random);
  const skirtShape = random.pick(SKIRTS);
  const length = random.pick(LENGTHS);
  const beltMm = random.pick([0, 35]);
  return {
    kind: "dress",
    spec: { ...spec, ...top, skirtShape, skirtLengthMm: length[1], beltMm },
    look: {
      ...{ ...look, ...top, style: skirtShape, length: length[0] },
      belt: beltMm ? "belt" : "none",
    },
    title: `${cap(words)}${length[0]} dress, ${SLEEVE_WORDS[top.sleeve]}, ${skirtShape} skirt`,
    category: "dresses",
    ...said,
    sizes: clothesSizes(random),
    shelf: "clothes",
  };
}

function skirt(random: Random): Planned {
  const { spec, look, words, ...said } = cloth(random, ["plain", "twill", "satin", "denim"]);
  const skirtShape = random.pick(SKIRTS);
  const length = random.pick(LENGTHS);
  return {
    kind: "skirt",
    spec: { ...spec, skirtShape, skirtLengthMm: length[1] },
    look: { ...look, style: skirtShape, length: length[0] },
    title: `${cap(words)}${skirtShape} ${length[0]} skirt`,
    category: "skirts",
    ...said,
    sizes: clothesSizes(random),
    shelf: "clothes",
  };
}

function top(random: Random): Planned {
  const { spec, look, words, ...said } = cloth(random, ["plain", "knit", "satin"]);
  const upper = bodice(random);
  const isShirt = upper.neckline === "v" && random.chance(0.6);
  const shape = isShirt ? { collar: "shirt", closure: "buttons-front" } : {};
  const length = random.pick([
    ["cropped", 60],
    ["long", 220],
  ] as const);
  return {
    kind: "top",
    spec: { ...spec, ...upper, ...shape, belowWaistMm: length[1] },
    look: { ...look, ...upper, style: isShirt ? "shirt" : "top", length: length[0] },
    title: `${cap(words)}${isShirt ? "shirt" : "top"}, ${SLEEVE_WORDS[upper.sleeve]}${length[0] === "cropped" ? ", cropped" : ""}`,
    category: "tops",
    ...said,
    sizes: clothesSizes(random),
    shelf: "clothes",
  };
}

function coat(random: Random): Planned {
  const plainly = [
    ["plain", 5],
    ["check", 1],
  ] as unknown as typeof PRINTS;
  const { spec, look, words, ...said } = cloth(random, ["twill"], plainly);
  const collar = random.pick(["lapel", "stand", "shirt", "none"] as const);
  const length = random.pick([
    ["short", 220],
    ["knee", 520],
    ["long", 760],
  ] as const);
  const closure = random.pick(["buttons-front", "zip-front", "wrap"] as const);
  const pockets = random.pick(["patch", "welt", "none"] as const);
  const beltMm = closure === "wrap" ? 50 : 0;
  return {
    kind: "coat",
    spec: { ...spec, collar, belowWaistMm: length[1], closure, pockets, beltMm },
    look: { ...look, style: collar, length: length[0], closure, pockets },
    title: `${cap(words)}${length[0] === "knee" ? "knee-length" : length[0]} coat${collar === "none" ? "" : ` with a ${collar} collar`}`,
    category: "coats",
    ...said,
    material: "Wool coating",
    materials: ["wool"],
    sizes: clothesSizes(random),
    shelf: "clothes",
  };
}

function trousers(random: Random): Planned {
  const { spec, look, words, ...said } = cloth(random, ["twill", "denim", "plain"]);
  const legShape = random.pick(["slim", "straight", "wide", "flared"] as const);
  const length = random.pick([
    ["shorts", 140],
    ["cropped", 560],
    ["full", 780],
  ] as const);
  return {
    kind: "trousers",
    spec: { ...spec, legShape, inseamMm: length[1] },
    look: { ...look, style: legShape, length: length[0] },
    title: `${cap(words)}${legShape} ${length[0] === "shorts" ? "shorts" : length[0] === "cropped" ? "cropped trousers" : "trousers"}`,
    category: "trousers",
    ...said,
    sizes: clothesSizes(random),
    shelf: "clothes",
  };
}

export const planGarments = (series: string): Planned[] => [
  ...different(series, "dresses", 180, dress),
  ...different(series, "skirts", 90, skirt),
  ...different(series, "tops", 110, top),
  ...different(series, "coats", 80, coat),
  ...different(series, "trousers", 80, trousers),
];
