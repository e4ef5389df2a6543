import type { ChainSpec } from "./schema.ts";

type Style = ChainSpec["linkStyle"];

/** How long a link of a style usually is by its width, and how wide by its wire. */
const USUAL: Record<Style, { length: number; width: number }> = {
  cable: { length: 1.34, width: 4 },
  curb: { length: 1.26, width: 4 },
  figaro: { length: 2, width: 4 },
  rolo: { length: 1, width: 5 },
  paperclip: { length: 2.75, width: 4 },
  box: { length: 1, width: 5 },
};

/** Links shorter than the chain by this lie round a wrist: flat ones bend less. */
const SHORTER = { alternate: 14, flat: 20 };
/** Links are at least as long as wide, and a little room is left between both limits. */
export const NARROWER = 1.25;

/** The longest link with which a chain of a length lies round, mm. */
export const mostLinkMm = (style: Style, lengthMm: number) =>
  lengthMm / SHORTER[style === "curb" || style === "figaro" ? "flat" : "alternate"];

const toTenth = (value: number) => Math.floor(value * 10 + 1e-6) / 10;

/** Link sizes of a newly chosen style, mm: the wire stays, as a chain's weight goes with it. */
export function proportionsOf(style: Style, wireMm: number, chainMm: number) {
  const { length, width } = USUAL[style];
  const most = mostLinkMm(style, chainMm);
  const linkWidthMm = toTenth(Math.min(16, most / NARROWER, Math.max(3, width * wireMm)));
  return { linkWidthMm, linkLengthMm: toTenth(Math.min(30, most, length * linkWidthMm)) };
}
