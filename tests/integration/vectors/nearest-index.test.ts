import { beforeAll, describe, expect, it } from "vitest";
import { createVectors } from "#lib/adapters/vectors/index.ts";
import type { ProductVector, VectorFilter, VectorSpace } from "#lib/adapters/vectors/port.ts";
import { testDatabase } from "../../setup/database.ts";

const { db } = await testDatabase();
const vectors = createVectors({}, () => db);
const SPACE: VectorSpace = {
  namespace: "large",
  embedder: { name: "made", version: "1", dimensions: 16 },
};
const COUNT = 6000;
const DEPTH = 10;

/** Numbers from −½ to ½ that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296 - 0.5;
  };
}

const next = numbers(5);

function direction(): Float32Array {
  const vector = Float32Array.from({ length: 16 }, next);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const products = Array.from({ length: COUNT }, (_, i): ProductVector => {
  const facts = {
    priceMinor: i,
    brand: `brand ${i % 100}`,
    category: i % 3 === 0 ? "ring" : "dress",
    availability: "in_stock",
    sizes: [],
    colours: [i % 2 === 0 ? "gold" : "silver"],
    materials: [],
  };
  return { id: `p${i}:1`, productId: `p${i}`, vector: direction(), facts };
});

function exactly(query: Float32Array, passes: (i: number) => boolean): string[] {
  const cosine = (one: Float32Array) => one.reduce((sum, v, k) => sum + v * query[k]!, 0);
  return products
    .filter((_, i) => passes(i))
    .map(({ productId, vector }) => ({ productId, cosine: cosine(vector) }))
    .sort((a, b) => b.cosine - a.cosine)
    .slice(0, DEPTH)
    .map(({ productId }) => productId);
}

const indexNames = async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT indexname AS name FROM pg_indexes
    WHERE tablename = 'ProductVector' AND indexdef LIKE '%hnsw%'`;
  return rows.map(({ name }) => name);
};

describe("a space large enough for an index", () => {
  beforeAll(async () => {
    for (let at = 0; at < COUNT; at += 1000) {
      await vectors.upsert(SPACE, products.slice(at, at + 1000));
    }
  });

  it("has one of its own", async () => {
    expect(await indexNames()).toHaveLength(1);
  });

  it.each<[string, VectorFilter, (i: number) => boolean]>([
    ["without a filter", {}, () => true],
    ["with one that most pass", { categories: ["dress"] }, (i) => i % 3 !== 0],
    [
      "with several that many pass",
      { priceMinor: { min: 300 }, categories: ["dress"] },
      (i) => i >= 300 && i % 3 !== 0,
    ],
    ["with one that few pass", { brands: ["brand 7"] }, (i) => i % 100 === 7],
    ["with one that fewer pass than are asked for", { priceMinor: { max: 3 } }, (i) => i <= 3],
  ])("finds at least 98 %% of the true nearest %s", async (_, filter, passes) => {
    let [hits, all] = [0, 0];
    for (let k = 0; k < 20; k++) {
      const vector = direction();
      const found = await vectors.query(SPACE, { vector, filter, limit: DEPTH });
      const exact = exactly(vector, passes);
      hits += found.filter(({ productId }) => exact.includes(productId)).length;
      all += exact.length;
      expect(found).toHaveLength(exact.length);
    }
    expect(hits / all).toBeGreaterThanOrEqual(0.98);
  });

  it("finds what was put in after the index was made, and not what was taken out", async () => {
    const vector = direction();
    const added = { ...products[0]!, id: "late:1", productId: "late", vector };
    await vectors.upsert(SPACE, [added]);
    expect((await vectors.query(SPACE, { vector, limit: 1 }))[0]?.productId).toBe("late");
    await vectors.deleteProducts(SPACE, ["late"]);
    expect((await vectors.query(SPACE, { vector, limit: 1 }))[0]?.productId).not.toBe("late");
  });

  it("takes its index along when it is dropped", async () => {
    await vectors.dropSpace(SPACE);
    expect(await indexNames()).toEqual([]);
  });
});
