/** `npm run gallery [-- path]`: one sheet of every kind in the registry; docs/gallery.webp where no path is given. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import type { Kind } from "#lib/kinds/kind.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { captionPath } from "./pictures/caption.ts";
import { CATALOGUE } from "./pictures/catalogue.ts";
import { type AnyPiece, drawPiece, openStudio, pieceOf } from "./pictures/pieces.ts";

const COLUMNS = 6;
const CELL_PX = 300;
const CAPTION_PX = 46;
const MARGIN_PX = 56;
const HEAD_PX = 128;
const MOST_PER_KIND = 3;
const GROUND = "#efece6";
const INK = "#26221c";
const MUTED = "#7c756a";

interface Cell {
  kind: Kind;
  sentence: string;
}

/** The catalogue's sentences, or what the kind itself shows. */
function cellsOf(kind: Kind): Cell[] {
  const sentences = CATALOGUE[kind.id] ?? ["", kind.example];
  return sentences.slice(0, MOST_PER_KIND).map((sentence) => ({ kind, sentence }));
}

/** In whole units, with the currency's letters: the font has no signs for all of them. */
function priceOf({ price }: AnyPiece): string {
  return `${Math.round(price.totalMinor / 100).toLocaleString("en")} ${price.currency}`;
}

/** Every piece that can be built without a person's own picture. */
function piecesOf(kind: Kind) {
  return cellsOf(kind).flatMap(({ sentence }) => {
    try {
      return [{ kind, piece: pieceOf(kind.id, sentence) }];
    } catch (error) {
      console.error(`\n${kind.id} left out: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  });
}

const target = path.resolve(process.argv[2] ?? "docs/gallery.webp");
const studio = openStudio();
const placed: OverlayOptions[] = [];
const captions: string[] = [];

/** Draws a piece into the next cell. */
async function place(kind: Kind, piece: AnyPiece): Promise<void> {
  const order = { view: "hero", seed: 0, sizePx: CELL_PX, quality: "final" } as const;
  const picture = await drawPiece(studio, piece, { ...order, background: "transparent" });
  const index = placed.length;
  const left = MARGIN_PX + (index % COLUMNS) * CELL_PX;
  const top = HEAD_PX + Math.floor(index / COLUMNS) * (CELL_PX + CAPTION_PX);
  placed.push({ input: await picture.png().toBuffer(), left, top });
  const [middle, low] = [left + CELL_PX / 2, top + CELL_PX];
  captions.push(
    captionPath(kind.title, middle, low + 8, { font: "roman", capPx: 11, colour: INK }),
    captionPath(priceOf(piece), middle, low + 28, { font: "sans", capPx: 8, colour: MUTED }),
  );
}

for (const one of listKinds())
  for (const { kind, piece } of piecesOf(one)) {
    await place(kind, piece);
    process.stdout.write(`\r${placed.length} pieces, ${kind.id}      `);
  }
await studio.close();
const width = 2 * MARGIN_PX + COLUMNS * CELL_PX;
const rows = Math.ceil(placed.length / COLUMNS);
const height = HEAD_PX + rows * (CELL_PX + CAPTION_PX) + MARGIN_PX;
const title = captionPath("Maquette", width / 2, 82, { font: "roman", capPx: 26, colour: INK });
const text = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${title}${captions.join("")}</svg>`;
mkdirSync(path.dirname(target), { recursive: true });
const sheet = sharp({ create: { width, height, channels: 3, background: GROUND } }).composite([
  ...placed,
  { input: Buffer.from(text), left: 0, top: 0 },
]);
await (target.endsWith(".png") ? sheet.png() : sheet.webp({ quality: 84, effort: 6 })).toFile(
  target,
);
console.log(`\n${target}`);
