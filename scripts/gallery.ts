/** `npm run gallery [-- path]`: one sheet of rings in every style, cut, stone and metal; out/gallery.png where no path is given. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { CUT_ASPECT, CUTS, STONES } from "#lib/shared/stones.ts";
import { drawRing, openStudio, type RingWish } from "./pictures/pieces.ts";

const CELL_PX = 320;
const COLUMNS = 7;
const WIDTH_MM = 5.5;

interface Cell {
  wish: RingWish;
  view: "hero" | "detail";
}

const styles: RingWish[] = [
  { style: "plain", profile: "comfort", bandWidthMm: 4 },
  { style: "plain", profile: "flat", bandWidthMm: 5, finish: "satin", alloy: "platinum-950" },
  { style: "solitaire", prongs: "6" },
  { style: "solitaire", head: "bezel", alloy: "gold-18k-rose" },
  { style: "halo", alloy: "gold-18k-white-pd" },
  { style: "three-stone", alloy: "platinum-950" },
  { style: "solitaire", shoulders: "pave", alloy: "gold-18k-rose", stone: "sapphire" },
];

const cuts: RingWish[] = CUTS.map((cut) => ({
  cut,
  alloy: "platinum-950",
  stoneWidthMm: WIDTH_MM,
  stoneLengthMm: Math.round(WIDTH_MM * CUT_ASPECT[cut] * 10) / 10,
}));
const stones: RingWish[] = STONES.map(({ id }) => ({ stone: id, cut: "oval", stoneLengthMm: 8 }));
const alloys: RingWish[] = ALLOYS.map(({ id }) => ({ alloy: id }));

const cells: Cell[] = [
  ...styles.map((wish) => ({ wish, view: "hero" as const })),
  ...[...cuts, ...stones].map((wish) => ({ wish, view: "detail" as const })),
  ...alloys.map((wish) => ({ wish, view: "hero" as const })),
];

const target = path.resolve(process.argv[2] ?? "out/gallery.png");
const studio = openStudio();
const placed: OverlayOptions[] = [];
for (const [index, { wish, view }] of cells.entries()) {
  const order = { view, seed: 0, sizePx: CELL_PX, quality: "final" } as const;
  placed.push({
    input: await (await drawRing(studio, wish, order)).png().toBuffer(),
    left: (index % COLUMNS) * CELL_PX,
    top: Math.floor(index / COLUMNS) * CELL_PX,
  });
  process.stdout.write(`\r${index + 1} of ${cells.length} rings`);
}
await studio.close();
mkdirSync(path.dirname(target), { recursive: true });
await sharp({
  create: {
    width: COLUMNS * CELL_PX,
    height: Math.ceil(cells.length / COLUMNS) * CELL_PX,
    channels: 3,
    background: "#ffffff",
  },
})
  .composite(placed)
  .png()
  .toFile(target);
console.log(`\n${target}`);
