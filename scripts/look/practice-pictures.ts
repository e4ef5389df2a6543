import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { KERNEL_VERSION } from "#lib/kernel/version.ts";
import { createStudio, type DrawOrder } from "#lib/workshop/drawing/studio.ts";
import { buildProduct, drawProduct } from "../catalog/draw-product.ts";
import type { PlannedProduct } from "../catalog/plan/plan.ts";
import { Random, seedOf } from "../catalog/random.ts";

/** A picture of a product to learn from. */
export interface PracticePicture {
  product: PlannedProduct;
  /** Name in VIEWS. */
  view: string;
  bytes: Buffer;
}

const turn = (random: Random) => random.between(5, 30, 1) * (random.chance(0.5) ? 1 : -1);
const anySeed = (random: Random) => 1001 + Math.floor(random.next() * 1000);
const anySize = (random: Random) => random.pick([160, 176, 192]);

/** How a product is pictured. */
const VIEWS: Readonly<Record<string, (random: Random) => Partial<DrawOrder>>> = {
  standard: () => ({}),
  turned: (random) => ({ turnDeg: turn(random), seed: anySeed(random), sizePx: anySize(random) }),
  daylight: (random) => ({ lights: "daylight", seed: anySeed(random), sizePx: anySize(random) }),
  other: (random) => ({
    ...{ seed: anySeed(random), sizePx: anySize(random) },
    ...random.pick<Partial<DrawOrder>>([
      { background: "dark" },
      { background: "dark", turnDeg: turn(random) },
      { view: "front" },
      { view: "front", lights: "daylight" },
      { lights: "dramatic" },
    ]),
  }),
};

/** The views of a product: as in a catalogue, and another one. */
function viewsOf({ sku }: PlannedProduct): string[] {
  const random = new Random(seedOf(`practice view ${sku}`));
  const other = random.weighted<string>([
    ["turned", 4],
    ["daylight", 3],
    ["other", 3],
  ]);
  return ["standard", other];
}

const FOLDER = path.join(tmpdir(), `maquette-look-practice-${KERNEL_VERSION}`);

/** Has everything drawn anew: pictures of an older kernel may be left where only its code, not its version, changed. */
export const forgetPracticePictures = () => rmSync(FOLDER, { recursive: true, force: true });

/**
 * Two pictures of each of these products, a product at a time; drawn once, then kept in the folder for temporary
 * files. A product that cannot be built is left out.
 */
export async function* practicePictures(
  products: readonly PlannedProduct[],
): AsyncGenerator<PracticePicture[]> {
  mkdirSync(FOLDER, { recursive: true });
  const kernel = await loadSolidKernel();
  const studio = createStudio({ threads: 1 });
  try {
    for (const product of products) {
      try {
        yield await picturesOf(product);
      } catch (error) {
        console.error(
          `\n${product.sku} left out: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
  } finally {
    await studio.close();
  }

  async function picturesOf(product: PlannedProduct): Promise<PracticePicture[]> {
    let piece: ReturnType<typeof buildProduct> | undefined;
    const pictures: PracticePicture[] = [];
    for (const view of viewsOf(product)) {
      const file = path.join(FOLDER, `${product.sku}-${view}.webp`);
      if (!existsSync(file)) {
        piece ??= buildProduct(kernel, product);
        const random = new Random(seedOf(`practice ${product.sku} ${view}`));
        writeFileSync(file, await drawProduct(studio, piece, VIEWS[view]!(random)));
      }
      pictures.push({ product, view, bytes: readFileSync(file) });
    }
    return pictures;
  }
}
