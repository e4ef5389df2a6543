/** `npm run pictures`: draws the pictures of the front page, the README and shared links into public/pictures. */
import { mkdirSync } from "node:fs";
import { HEADLINE, PIECES } from "#components/front/pieces.ts";
import messages from "../messages/en/front.json" with { type: "json" };
import { drawPiece, openStudio, pieceOf } from "./pictures/pieces.ts";

const FOLDER = "public/pictures";
const EDGE_PX = 720;

mkdirSync(FOLDER, { recursive: true });
const studio = openStudio();
const asked = process.argv.slice(2);
/** The front page says the very sentence that the picture is drawn of. */
const sentenceOf = (name: keyof typeof PIECES) => messages.gallery.pieces[name];
for (const [name, kind] of Object.entries(PIECES) as [keyof typeof PIECES, string][]) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const order = { view: "hero", seed: 0, sizePx: EDGE_PX, quality: "final" } as const;
  const picture = await drawPiece(studio, pieceOf(kind, sentenceOf(name)), order);
  await picture.removeAlpha().webp({ quality: 86, effort: 6 }).toFile(`${FOLDER}/${name}.webp`);
  console.log(`${FOLDER}/${name}.webp`);
}

if (asked.length === 0 || asked.includes("share")) {
  const order = { view: "hero", seed: 0, sizePx: 1200, heightPx: 630, quality: "final" } as const;
  const headline = pieceOf(PIECES[HEADLINE], sentenceOf(HEADLINE));
  const share = await drawPiece(studio, headline, order);
  await share.removeAlpha().jpeg({ quality: 88, mozjpeg: true }).toFile(`${FOLDER}/share.jpg`);
  console.log(`${FOLDER}/share.jpg`);
}
await studio.close();
