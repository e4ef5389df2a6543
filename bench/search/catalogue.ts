import { toRaster } from "#lib/adapters/embedder/look.ts";
import type { VectorSpace } from "#lib/adapters/vectors/port.ts";
import { describeLook, LOOK_DIMENSIONS, LOOK_VERSION } from "#lib/kernel/look/describe.ts";
import { readDemoProducts, readDemoVectors } from "../../prisma/seed/catalog/read-demo.ts";

export const SPACE: VectorSpace = {
  namespace: "bench",
  embedder: { name: "look", version: LOOK_VERSION, dimensions: LOOK_DIMENSIONS },
};

/** The demo's products with the looks that are kept with them; fails where those are of another version. */
export function demoLooks() {
  const products = readDemoProducts();
  const looks = readDemoVectors(SPACE.embedder);
  if (!looks) throw new Error("The demo's looks are of another version: npm run catalog:demo.");
  return products.flatMap((product) => {
    const look = looks.get(product.sku);
    return look ? [{ product, look }] : [];
  });
}

/** The look of a picture file, without the workshop between. */
export const lookOfBytes = async (bytes: Uint8Array) => describeLook(await toRaster(bytes));
