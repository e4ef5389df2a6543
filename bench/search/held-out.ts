import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { KERNEL_VERSION } from "#lib/kernel/version.ts";
import { createStudio, type DrawOrder } from "#lib/workshop/drawing/studio.ts";
import type { DemoProduct } from "../../prisma/seed/catalog/demo-product.ts";
import { buildProduct, drawProduct } from "../../scripts/catalog/draw-product.ts";
import { Random, seedOf } from "../../scripts/catalog/random.ts";

/** A picture that is not in the catalogue, of a product that is. */
export interface HeldOut {
  sku: string;
  view: string;
  bytes: Buffer;
}

/** A way to take a picture. */
export interface HeldOutView {
  words: string;
  /** Whether it counts for the numbers to reach; the others show where it ends. */
  isCounted: boolean;
  order(random: Random): Partial<DrawOrder>;
}

const turn = (random: Random) => random.between(8, 24, 1) * (random.chance(0.5) ? 1 : -1);
const anySeed = (random: Random) => 1 + Math.floor(random.next() * 1000);

/** How the held-out pictures are taken; each product is drawn once in every way. */
export const VIEWS: Readonly<Record<string, HeldOutView>> = {
  turned: {
    words: "turned by 8 to 24°, closer or farther",
    isCounted: true,
    order: (random) => ({
      ...{ view: "hero", turnDeg: turn(random), seed: anySeed(random) },
      sizePx: random.pick([180, 256, 320]),
    }),
  },
  daylight: {
    words: "another angle, in daylight",
    isCounted: true,
    order: (random) => ({
      ...{ view: "hero", lights: "daylight", seed: anySeed(random), sizePx: 256 },
    }),
  },
  dark: {
    words: "another angle, on a dark ground",
    isCounted: false,
    order: (random) => ({
      ...{ view: "hero", background: "dark", seed: anySeed(random), sizePx: 256 },
    }),
  },
  front: {
    words: "straight from the front",
    isCounted: false,
    order: (random) => ({ view: "front", seed: anySeed(random), sizePx: 256 }),
  },
};

const FOLDER = path.join(tmpdir(), `maquette-bench-search-${KERNEL_VERSION}`);

/** Held-out pictures of these products; drawn once, then kept in the folder for temporary files. */
export async function heldOutPictures(products: readonly DemoProduct[]): Promise<HeldOut[]> {
  mkdirSync(FOLDER, { recursive: true });
  const kernel = await loadSolidKernel();
  const studio = createStudio({ threads: 1 });
  const pictures: HeldOut[] = [];
  try {
    for (const product of products) {
      let piece: ReturnType<typeof buildProduct> | undefined;
      for (const [view, { order }] of Object.entries(VIEWS)) {
        const file = path.join(FOLDER, `${product.sku}-${view}.webp`);
        if (!existsSync(file)) {
          piece ??= buildProduct(kernel, { kind: product.kind, spec: product.attributes.spec });
          const random = new Random(seedOf(`${product.sku} ${view}`));
          writeFileSync(file, await drawProduct(studio, piece, order(random)));
        }
        pictures.push({ sku: product.sku, view, bytes: readFileSync(file) });
      }
      process.stdout.write(`\r${pictures.length} held-out pictures      `);
    }
  } finally {
    await studio.close();
  }
  console.log();
  return pictures;
}
