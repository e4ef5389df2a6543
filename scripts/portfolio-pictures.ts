/** `npm run pictures:ateliers`: draws the example portfolios into prisma/seed/portfolio. */
import { mkdirSync } from "node:fs";
import { PORTFOLIO_WORKS, type PortfolioWork } from "../prisma/seed/portfolio-works.ts";
import { drawPiece, openStudio, pieceOf } from "./pictures/pieces.ts";

const FOLDER = "prisma/seed/portfolio";
const EDGE_PX = 480;

mkdirSync(FOLDER, { recursive: true });
const studio = openStudio();
const asked = process.argv.slice(2);
for (const [name, { kind, sentence }] of Object.entries<PortfolioWork>(PORTFOLIO_WORKS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const order = { view: "hero", seed: 0, sizePx: EDGE_PX, quality: "final" } as const;
  const picture = await drawPiece(studio, pieceOf(kind, sentence), order);
  await picture.removeAlpha().webp({ quality: 80, effort: 6 }).toFile(`${FOLDER}/${name}.webp`);
  console.log(`${FOLDER}/${name}.webp`);
}
await studio.close();
