import sharp from "sharp";
import { Random } from "../catalog/random.ts";

const EDGE_PX = 200;
const DRAWINGS = 40;
const FORMATS = ["png", "jpeg", "webp"] as const;

const hex = (random: Random) =>
  `#${Math.floor(random.next() * 0xff_ffff)
    .toString(16)
    .padStart(6, "0")}`;

/** An evenly coloured shape on an even ground. */
function drawing(random: Random): string {
  const size = () => random.between(30, 70, 1);
  const [across, down] = [size(), size()];
  const shape = random.pick([
    `<circle cx="100" cy="100" r="${across}"/>`,
    `<ellipse cx="100" cy="100" rx="${across}" ry="${down}"/>`,
    `<rect x="${100 - across}" y="${100 - down}" width="${2 * across}" height="${2 * down}"/>`,
    `<path d="M100 ${100 - down} L${100 + across} ${100 + down} L${100 - across} ${100 + down} Z"/>`,
  ]);
  const ground = random.pick(["#e4e5e7", "#ffffff", "#f4f1ea"]);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE_PX}" height="${EDGE_PX}">
    <rect width="${EDGE_PX}" height="${EDGE_PX}" fill="${ground}"/><g fill="${hex(random)}">${shape}</g></svg>`;
}

/** Drawings of flat things, each as a PNG, a JPEG and a WebP: what tells those apart says nothing of the thing. */
export async function* flatDrawings(): AsyncGenerator<Uint8Array[]> {
  const random = new Random(83);
  for (let n = 0; n < DRAWINGS; n++) {
    const svg = Buffer.from(drawing(random));
    yield await Promise.all(
      FORMATS.map(async (format) => new Uint8Array(await sharp(svg).toFormat(format).toBuffer())),
    );
  }
}
