import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadSolidKernel, type SolidKernel } from "#lib/kernel/solid/kernel.ts";
import { KERNEL_VERSION } from "#lib/kernel/version.ts";
import { createStudio, type DrawOrder, type Studio } from "#lib/workshop/drawing/studio.ts";
import type { DemoProduct } from "../../prisma/seed/catalog/demo-product.ts";
import { type AnyPiece, buildProduct, drawProduct } from "../../scripts/catalog/draw-product.ts";
import { Random, seedOf } from "../../scripts/catalog/random.ts";
import { type Described, recoloured } from "./recolour.ts";

/** A picture that is not in the catalogue, of a product that is or of one in another colour. */
export interface HeldOut {
  /** Of the product it shows, or of the one it is another colour of. */
  sku: string;
  view: string;
  /** What is true of what it shows. */
  shows: Described;
  bytes: Buffer;
}

/** A way to take a picture. */
export interface HeldOutView {
  words: string;
  /** Whether it counts for the numbers to reach; the others show where it ends. */
  isCounted: boolean;
  /** Shows the product in another colour, which the catalogue does not have. */
  isRecoloured?: boolean;
  order(random: Random): Partial<DrawOrder>;
}

const turn = (random: Random) => random.between(8, 24, 1) * (random.chance(0.5) ? 1 : -1);
/** 1 to 1000: the catalogue's pictures have the seed 0, those of practice pieces 1001 to 2000. */
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
  recoloured: {
    words: "in another colour, turned, closer or farther",
    isCounted: true,
    isRecoloured: true,
    order: (random) => VIEWS.turned!.order(random),
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

/** Of so many products one is kept out of all that is fitted: all kinds take part by their share. */
const EVERY = 18;

/** The products that nothing is fitted on. */
export const heldOutProducts = <Product>(products: readonly Product[]): Product[] =>
  products.filter((_, index) => index % EVERY === 0);

/** As many of those whose catalogue picture is fitted on, from between the others. */
export const knownProducts = <Product>(products: readonly Product[]): Product[] =>
  products.filter((_, index) => index % (2 * EVERY) === EVERY / 2);

const FOLDER = path.join(tmpdir(), `maquette-bench-search-${KERNEL_VERSION}`);

/** Held-out pictures of these products; drawn once, then kept in the folder for temporary files. */
export async function heldOutPictures(products: readonly DemoProduct[]): Promise<HeldOut[]> {
  mkdirSync(FOLDER, { recursive: true });
  const kernel = await loadSolidKernel();
  const studio = createStudio({ threads: 1 });
  const pictures: HeldOut[] = [];
  try {
    for (const product of products) {
      pictures.push(...(await picturesOf(kernel, studio, product)));
      process.stdout.write(`\r${pictures.length} held-out pictures      `);
    }
  } finally {
    await studio.close();
  }
  console.log();
  return pictures;
}

async function picturesOf(
  kernel: SolidKernel,
  studio: Studio,
  product: DemoProduct,
): Promise<HeldOut[]> {
  const pieces = new Map<Described, AnyPiece>();
  const pieceOf = (shows: Described) => {
    const piece =
      pieces.get(shows) ?? buildProduct(kernel, { kind: shows.kind, spec: shows.attributes.spec });
    pieces.set(shows, piece);
    return piece;
  };
  const pictures: HeldOut[] = [];
  for (const [view, { isRecoloured, order }] of Object.entries(VIEWS)) {
    const random = new Random(seedOf(`${product.sku} ${view}`));
    const shows = isRecoloured ? recoloured(product, random) : product;
    const file = path.join(FOLDER, `${product.sku}-${view}.webp`);
    if (!existsSync(file)) {
      writeFileSync(file, await drawProduct(studio, pieceOf(shows), order(random)));
    }
    pictures.push({ sku: product.sku, view, shows, bytes: readFileSync(file) });
  }
  return pictures;
}
