/** `npm run pictures`: draws the pictures of the front page, the README and shared links into public/pictures. */
import { mkdirSync } from "node:fs";
import { drawRing, openStudio, type RingWish } from "./pictures/pieces.ts";

const FOLDER = "public/pictures";
const EDGE_PX = 720;

/** The ring of the headline: rose gold, an oval sapphire of 7 × 5 mm, pavé shoulders. */
const HEADLINE: RingWish = {
  alloy: "gold-18k-rose",
  stone: "sapphire",
  cut: "oval",
  stoneLengthMm: 7,
  stoneWidthMm: 5,
  shoulders: "pave",
};

const RINGS: Record<string, RingWish> = {
  "oval-sapphire-pave": HEADLINE,
  "solitaire-diamond": {
    alloy: "gold-18k-yellow",
    prongs: "6",
    stoneLengthMm: 6.5,
    stoneWidthMm: 6.5,
  },
  "halo-cushion": { style: "halo", alloy: "platinum-950", cut: "cushion" },
  "three-stone-ruby": { style: "three-stone", alloy: "gold-18k-white-pd", stone: "ruby" },
  "emerald-cut-emerald": {
    alloy: "gold-18k-yellow",
    stone: "emerald",
    cut: "emerald",
    stoneLengthMm: 8,
    stoneWidthMm: 6,
    bandWidthMm: 2.8,
  },
  "marquise-amethyst": {
    alloy: "gold-14k-rose",
    stone: "amethyst",
    cut: "marquise",
    stoneLengthMm: 10,
    stoneWidthMm: 5,
  },
  "pear-aquamarine": {
    alloy: "silver-925",
    stone: "aquamarine",
    cut: "pear",
    stoneLengthMm: 9,
    stoneWidthMm: 6,
  },
  "plain-band": { style: "plain", profile: "comfort", bandWidthMm: 4.5, alloy: "gold-18k-yellow" },
};

mkdirSync(FOLDER, { recursive: true });
const studio = openStudio();
for (const [name, wish] of Object.entries(RINGS)) {
  const order = { view: "hero", seed: 0, sizePx: EDGE_PX, quality: "final" } as const;
  const picture = await drawRing(studio, wish, order);
  await picture.removeAlpha().webp({ quality: 86, effort: 6 }).toFile(`${FOLDER}/${name}.webp`);
  console.log(`${FOLDER}/${name}.webp`);
}

const order = { view: "hero", seed: 0, sizePx: 1200, heightPx: 630, quality: "final" } as const;
const share = await drawRing(studio, HEADLINE, order);
await share.removeAlpha().jpeg({ quality: 88, mozjpeg: true }).toFile(`${FOLDER}/share.jpg`);
console.log(`${FOLDER}/share.jpg`);
await studio.close();
