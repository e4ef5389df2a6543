import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { afterAll } from "vitest";
import type { Embedder, EmbedderPicture, Embedders } from "#lib/adapters/embedder/port.ts";
import { indexNextProducts } from "#lib/catalog/index-products.ts";
import type { ProductInput } from "#lib/catalog/product-input.ts";
import { putProducts } from "#lib/catalog/put-products.ts";
import type { Ctx } from "#lib/context.ts";
import { adaptersWith } from "../../setup/adapters.ts";
import { db } from "../http/environment.ts";

/** Sees a picture as nine colours, three by three: enough to tell what looks alike. */
class NinePatches implements Embedder {
  readonly id;
  embedded = 0;

  constructor(version: string) {
    this.id = { name: "nine-patches", version, dimensions: 27 };
  }

  async embedPictures(pictures: readonly EmbedderPicture[]): Promise<Float32Array[]> {
    this.embedded += pictures.length;
    return Promise.all(pictures.map(({ bytes }) => patches(bytes)));
  }

  async check(): Promise<void> {}
}

async function patches(bytes: Uint8Array): Promise<Float32Array> {
  const size = { width: 3, height: 3, fit: "fill" } as const;
  const raw = await sharp(bytes).flatten({ background: "#fff" }).resize(size).raw().toBuffer();
  const vector = Float32Array.from(raw, (value) => value - 100);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

export interface Seeing {
  ctx: Ctx;
  embedder: NinePatches;
}

/** The context with an embedder of the test's. */
export function seeing(ctx: Ctx, version = "1"): Seeing {
  const embedder = new NinePatches(version);
  const embedders: Embedders = {
    current: embedder,
    find: ({ name }) => (name === embedder.id.name ? embedder : null),
  };
  return { embedder, ctx: { ...ctx, adapters: adaptersWith(ctx.adapters, { embedders }) } };
}

const FOLDER = path.join("public", "catalog", `test-${process.pid}`);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** A picture of two colours, upper and lower half. */
export const picture = (upper: string, lower: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96">
        <rect width="96" height="96" fill="${upper}"/><rect y="48" width="96" height="48" fill="${lower}"/></svg>`,
    ),
  )
    .webp()
    .toBuffer();

/** The same among the public files: its address under the site. */
export async function publicPicture(name: string, upper: string, lower: string): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, `${name}.webp`), await picture(upper, lower));
  return `/catalog/test-${process.pid}/${name}.webp`;
}

export const product = (sku: string, more: Partial<ProductInput> = {}): ProductInput => ({
  sku,
  title: `Ring ${sku}`,
  brand: "Aurum",
  category: "rings",
  kind: "ring",
  priceMinor: 20_000,
  currency: "EUR",
  ...more,
});

/** Puts products on the shelf `main` and makes their vectors. */
export async function stock(ctx: Ctx, products: readonly ProductInput[]): Promise<string> {
  const { catalogId } = await putProducts(ctx, {
    catalog: { slug: "main", name: "Main" },
    products,
  });
  while ((await indexNextProducts(ctx, catalogId)) > 0);
  return catalogId;
}

export const productIdOf = async (sku: string): Promise<string> =>
  (await db.product.findFirstOrThrow({ where: { sku } })).id;
