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

const round = (value: number) => Math.round(value * 10) / 10;

/** Link sizes of a newly chosen style: the wire stays, as a chain's weight goes with it. */
export function proportionsOf(style: Style, wireMm: number) {
  const { length, width } = USUAL[style];
  const linkWidthMm = Math.min(16, Math.max(3, round(width * wireMm)));
  return { linkWidthMm, linkLengthMm: Math.min(30, round(length * linkWidthMm)) };
}
