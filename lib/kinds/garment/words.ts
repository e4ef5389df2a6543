import { CLOTHES_SIZES, clothesSize } from "../../shared/clothes-size.ts";
import { COLOURS_EN } from "../read/languages/en-colours.ts";

const rgbOf = (hex: string) =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number];

/** Squared difference of colours as eyes weigh it (the common red-mean approximation). */
function difference(a: string, b: string): number {
  const [ar, ag, ab] = rgbOf(a);
  const [br, bg, bb] = rgbOf(b);
  const mean = (ar + br) / 2;
  return (
    (2 + mean / 256) * (ar - br) ** 2 +
    4 * (ag - bg) ** 2 +
    (2 + (255 - mean) / 256) * (ab - bb) ** 2
  );
}

const NAMED: readonly { hex: string; name: string }[] = COLOURS_EN.flatMap(([term, name]) =>
  term.type === "choice" && name ? [{ hex: String(term.value), name }] : [],
);

/** What people would call a colour. */
export function colourWord(hex: string): string {
  const nearest = NAMED.reduce((best, entry) =>
    difference(entry.hex, hex) < difference(best.hex, hex) ? entry : best,
  );
  return nearest.name;
}

interface Body {
  bustMm: number;
  waistMm: number;
  hipMm: number;
}

/** `size 38` where the body is one of the table's, else its girths in cm. */
export function sizeWords({ bustMm, waistMm, hipMm }: Body): string {
  const eu = CLOTHES_SIZES.find((size) => {
    const girths = clothesSize(size);
    return girths?.bustMm === bustMm && girths.waistMm === waistMm && girths.hipMm === hipMm;
  });
  const cm = (mm: number) => String(Math.round(mm) / 10);
  return eu ? `size EU ${eu}` : `for ${cm(bustMm)}–${cm(waistMm)}–${cm(hipMm)} cm`;
}

interface Cloth {
  weave: string;
  gsm: number;
  colour: string;
  print: string;
  repeatMm: number;
  secondColour: string;
}

const WEAVES: Readonly<Record<string, string>> = {
  plain: "cotton poplin",
  twill: "twill",
  satin: "satin",
  knit: "jersey",
  denim: "denim",
};

const PRINTS: Readonly<Record<string, string>> = {
  stripes: "stripes",
  dots: "dots",
  check: "gingham check",
  floral: "flowers",
};

/** `navy cotton poplin with white dots, 30 mm repeat`. */
export function clothWords({ weave, gsm, colour, print, repeatMm, secondColour }: Cloth): string {
  const ground = `${colourWord(colour)} ${WEAVES[weave]} of ${gsm} g/m²`;
  if (print === "plain") return ground;
  return `${ground} with ${colourWord(secondColour)} ${PRINTS[print]}, ${repeatMm} mm repeat`;
}

const NECKS: Readonly<Record<string, string>> = {
  round: "round neck",
  v: "V-neck",
  boat: "boat neck",
  square: "square neck",
  halter: "halter neck",
  turtleneck: "turtleneck",
};
const COLLARS: Readonly<Record<string, string>> = {
  stand: "stand collar",
  shirt: "shirt collar",
  lapel: "lapels",
};

export const neckWords = ({ neckline, collar }: { neckline: string; collar: string }) =>
  COLLARS[collar] ?? NECKS[neckline] ?? neckline;

export function sleeveWords({
  sleeve,
  sleeveShape,
  neckline,
  collar,
}: {
  sleeve: string;
  sleeveShape: string;
  neckline: string;
  collar: string;
}): string {
  if (sleeve === "none" || (neckline === "halter" && collar === "none")) return "no sleeves";
  if (sleeve === "cap") return "cap sleeves";
  return sleeveShape === "straight" ? `${sleeve} sleeves` : `${sleeve} ${sleeveShape} sleeves`;
}

/** Mini, knee, midi or maxi by where a hem ends on the body. */
export function lengthWord(belowWaistMm: number, heightMm: number): string {
  const share = belowWaistMm / heightMm;
  if (share < 0.28) return "mini";
  if (share < 0.385) return "knee-length";
  return share < 0.53 ? "midi" : "maxi";
}
