/** `npm run gallery [-- path]`: a catalogue of every kind in the registry; docs/gallery.webp where no path is given. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp, { type OverlayOptions, type Sharp } from "sharp";
import { findKind, listKinds } from "#lib/kinds/registry.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { getMaterial } from "#lib/shared/materials.ts";
import { captionPath } from "./pictures/caption.ts";
import { CATALOGUE, type Ground } from "./pictures/catalogue.ts";
import { type AnyPiece, broughtPiece, drawPiece, openStudio, pieceOf } from "./pictures/pieces.ts";
import { type Cell, type Heading, placeCells, SHEET } from "./pictures/place-cells.ts";

const PAPER = "#faf8f4";
const INK = "#26221c";
const MUTED = "#7c756a";
/** Pictures are drawn this much larger than they are shown: fine metal stays crisp. */
const OVERSIZE = 2;

/** Middle and edge of the paper a piece stands on. */
const GROUNDS: Record<Ground, readonly [string, string]> = {
  sand: ["#f6f0e6", "#e4d8c6"],
  mist: ["#f1f3f3", "#d3dadd"],
  blush: ["#f8eeea", "#e6d1c9"],
  sage: ["#f1f3ec", "#d3dac9"],
  night: ["#17171a", "#050506"],
};

function card(ground: Ground, width: number, height: number): Buffer {
  const [middle, edge] = GROUNDS[ground];
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g" cx="0.5" cy="0.46" r="0.78"><stop offset="0.25" stop-color="${middle}"/><stop offset="1" stop-color="${edge}"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#g)"/></svg>`,
  );
}

/** In whole units, with the currency's letters: the font has no signs for all of them. */
function priceOf({ price }: AnyPiece): string {
  return `${Math.round(price.totalMinor / 100).toLocaleString("en")} ${price.currency}`;
}

function materialOf({ measures }: AnyPiece): string {
  const id = measures.madeOf[0]!.material;
  return (findAlloy(id) ?? getMaterial(id)).label;
}

/** What stands below a picture: what it is, what of and for how much. */
function captionOf({ shown, left, top, width, height }: Cell, piece: AnyPiece): string {
  const title = shown.title ?? findKind(shown.kind)!.title;
  const middle = left + width / 2;
  const line = top + height;
  return [
    captionPath(title, middle, line + 27, { font: "roman", capPx: 11.5, colour: INK }),
    captionPath(`${materialOf(piece)}  ·  ${priceOf(piece)}`, middle, line + 47, {
      font: "sans",
      capPx: 8,
      colour: MUTED,
    }),
  ].join("");
}

const studio = openStudio();

/** Part of a frame's width that a piece may take. */
const MOST_WIDE = 0.88;

/** How wide what is drawn is, px: where it hides its ground. */
function widthOf({ data, info }: { data: Buffer; info: { width: number; height: number } }) {
  let [least, most] = [info.width, 0];
  for (let i = 0; i < info.width * info.height; i++) {
    if (data[4 * i + 3]! < 250) continue;
    least = Math.min(least, i % info.width);
    most = Math.max(most, i % info.width);
  }
  return Math.max(1, most - least);
}

/** A square picture laid on a piece's paper, its middle on the paper's, as large as the piece fits. */
async function onPaper({ shown, section, width, height }: Cell, drawn: Sharp): Promise<Buffer> {
  const ground = shown.ground ?? section.ground;
  const raw = await drawn.raw().toBuffer({ resolveWithObject: true });
  const fitted = Math.min(1, (MOST_WIDE * width * OVERSIZE) / widthOf(raw));
  const edge = Math.round(Math.max(width, height) * fitted);
  const [over, under] = [Math.round((edge - width) / 2), Math.round((edge - height) / 2)];
  const picture = await sharp(raw.data, { raw: raw.info }).resize(edge, edge).png().toBuffer();
  const input = await sharp(picture)
    .extract({
      left: Math.max(0, over),
      top: Math.max(0, under),
      width: Math.min(width, edge),
      height: Math.min(height, edge),
    })
    .toBuffer();
  return sharp(card(ground, width, height))
    .composite([{ input, left: Math.max(0, -over), top: Math.max(0, -under) }])
    .removeAlpha()
    .png()
    .toBuffer();
}

/** A piece's picture, at the size it is shown: an upright frame cuts the sides of a square as high as it. */
async function pictureOf(cell: Cell, piece: AnyPiece): Promise<Buffer> {
  const { shown, width, height } = cell;
  const order = { view: "hero", seed: 0, quality: "final" } as const;
  if (shown.ground === "night") {
    const size = { sizePx: width * OVERSIZE, heightPx: height * OVERSIZE };
    const drawn = await drawPiece(studio, piece, { ...order, ...size, background: "dark" });
    return drawn.resize(width, height).removeAlpha().png().toBuffer();
  }
  const sizePx = Math.max(width, height) * OVERSIZE;
  return onPaper(
    cell,
    await drawPiece(studio, piece, { ...order, sizePx, background: "transparent" }),
  );
}

function headingOf({ title, baseline }: Heading, width: number): string {
  const { margin } = SHEET;
  const text = captionPath(
    title,
    margin,
    baseline,
    { font: "roman", capPx: 15, colour: INK },
    "start",
  );
  return `${text}<path d="M${margin} ${baseline + 14}H${width - margin}" stroke="#d9d2c5" stroke-width="1"/>`;
}

const missing = listKinds().filter(
  ({ id }) => !CATALOGUE.some(({ pieces }) => pieces.some(({ kind }) => kind === id)),
);
if (missing.length > 0) throw new Error(`Not on the sheet: ${missing.map(({ id }) => id)}.`);

const { cells, headings, width, height } = placeCells(CATALOGUE);
const placed: OverlayOptions[] = [];
const captions: string[] = headings.map((heading) => headingOf(heading, width));
for (const cell of cells) {
  const { kind, sentence } = cell.shown;
  const piece = kind === "model" ? broughtPiece() : pieceOf(kind, sentence);
  placed.push({ input: await pictureOf(cell, piece), left: cell.left, top: cell.top });
  captions.push(captionOf(cell, piece));
  process.stdout.write(`\r${placed.length} of ${cells.length}, ${kind}      `);
}
await studio.close();
const middle = width / 2;
captions.push(
  captionPath("Maquette", middle, 112, { font: "roman", capPx: 34, colour: INK }),
  captionPath(
    "Every piece a closed solid, measured, priced and drawn from one sentence",
    middle,
    158,
    { font: "sans", capPx: 10, colour: MUTED },
  ),
);
const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${captions.join("")}</svg>`;
const target = path.resolve(process.argv[2] ?? "docs/gallery.webp");
mkdirSync(path.dirname(target), { recursive: true });
const sheet = sharp({ create: { width, height, channels: 3, background: PAPER } }).composite([
  ...placed,
  { input: Buffer.from(text), left: 0, top: 0 },
]);
const isPng = target.endsWith(".png");
await (isPng ? sheet.png() : sheet.webp({ quality: 82, effort: 6 })).toFile(target);
console.log(`\n${target}`);
