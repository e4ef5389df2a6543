import { beforeEach, describe, expect, it } from "vitest";
import { compareSpace } from "#lib/adapters/vectors/compare-space.ts";
import type {
  ProductFacts,
  ProductVector,
  VectorSpace,
  Vectors,
} from "#lib/adapters/vectors/port.ts";

export interface VectorsUnderTest {
  vectors: Vectors;
  /** Empties the index. */
  clear(): Promise<void>;
}

const DIMENSIONS = 8;
const SPACE: VectorSpace = {
  namespace: "shop",
  embedder: { name: "look", version: "1.0", dimensions: DIMENSIONS },
};
const NEXT: VectorSpace = { ...SPACE, embedder: { ...SPACE.embedder, version: "1.1" } };
const ELSEWHERE: VectorSpace = { ...SPACE, namespace: "other-shop" };

/** A unit vector in the plane of the first two axes. */
function at(degrees: number): Float32Array {
  const angle = (degrees * Math.PI) / 180;
  const vector = new Float32Array(DIMENSIONS);
  vector.set([Math.cos(angle), Math.sin(angle)]);
  return vector;
}

const FACTS: ProductFacts = {
  priceMinor: 10_000,
  brand: "Aurelie",
  category: "ring",
  availability: "in_stock",
  sizes: ["52", "54"],
  colours: ["gold"],
  materials: ["18k yellow gold"],
};

const product = (
  productId: string,
  degrees: number,
  facts: Partial<ProductFacts> = {},
): ProductVector => ({
  id: `${productId}:1`,
  productId,
  vector: at(degrees),
  facts: { ...FACTS, ...facts },
});

/** What every implementation of the port `Vectors` holds to. */
export function vectorsContract(name: string, { vectors, clear }: VectorsUnderTest): void {
  describe(`vectors in ${name}`, () => {
    beforeEach(clear);

    const nearest = async (query: Partial<Parameters<Vectors["query"]>[1]> = {}, space = SPACE) => {
      const found = await vectors.query(space, { vector: at(0), limit: 10, ...query });
      return found.map(({ productId }) => productId);
    };

    it("answers the nearest first, each with its cosine", async () => {
      await vectors.upsert(SPACE, [product("far", 90), product("near", 10), product("mid", 60)]);
      const found = await vectors.query(SPACE, { vector: at(0), limit: 2 });
      expect(found).toEqual([
        { id: "near:1", productId: "near", cosine: expect.closeTo(Math.cos(Math.PI / 18), 2) },
        { id: "mid:1", productId: "mid", cosine: expect.closeTo(0.5, 2) },
      ]);
    });

    it("answers a product once, by its nearest picture, and still as many as asked for", async () => {
      const pictures = Array.from({ length: 12 }, (_, i) => ({
        ...product("many", i),
        id: `many:${i}`,
      }));
      await vectors.upsert(SPACE, [...pictures, product("one", 40), product("two", 50)]);
      const found = await vectors.query(SPACE, { vector: at(0), limit: 3 });
      expect(found.map(({ id }) => id)).toEqual(["many:0", "one:1", "two:1"]);
    });

    it("answers the vectors where they are asked for", async () => {
      await vectors.upsert(SPACE, [product("a", 30)]);
      const [match] = await vectors.query(SPACE, { vector: at(0), limit: 1, withVectors: true });
      const [kept] = await vectors.fetch(SPACE, ["a", "nobody"]);
      for (const vector of [match?.vector, kept?.vector]) {
        expect(Array.from(vector ?? [])).toEqual(
          Array.from(at(30), (value) => expect.closeTo(value, 2)),
        );
      }
      expect(kept).toMatchObject({ id: "a:1", productId: "a" });
    });

    it("puts a vector in place of the one with its id", async () => {
      await vectors.upsert(SPACE, [product("a", 80), product("b", 40)]);
      await vectors.upsert(SPACE, [product("a", 5)]);
      expect(await nearest()).toEqual(["a", "b"]);
    });

    it.each([
      ["a price range, ends included", { priceMinor: { min: 5_000, max: 10_000 } }, ["gold"]],
      ["a lowest price", { priceMinor: { min: 10_001 } }, ["dress", "coat"]],
      ["brands", { brands: ["Hanh", "Lumen"] }, ["dress", "coat"]],
      ["categories", { categories: ["coat"] }, ["coat"]],
      ["availability", { availability: ["in_stock"] }, ["gold", "coat"]],
      ["sizes, one of which is enough", { sizes: ["S", "54"] }, ["gold", "dress"]],
      ["colours", { colours: ["navy", "red"] }, ["dress", "coat"]],
      ["materials", { materials: ["wool"] }, ["coat"]],
      ["several that all must hold", { brands: ["Hanh"], colours: ["gold"] }, []],
      ["empty lists as no restriction", { brands: [], sizes: [] }, ["gold", "dress", "coat"]],
    ])("filters by %s", async (_, filter, expected) => {
      const dress = { category: "dress", brand: "Hanh", sizes: ["S", "M"], colours: ["red"] };
      const coat = { category: "coat", brand: "Lumen", sizes: ["L"], colours: ["navy", "grey"] };
      await vectors.upsert(SPACE, [
        product("gold", 10),
        product("dress", 20, {
          ...dress,
          materials: ["silk"],
          priceMinor: 20_000,
          availability: "preorder",
        }),
        product("coat", 30, { ...coat, materials: ["wool"], priceMinor: 30_000 }),
      ]);
      expect(await nearest({ filter })).toEqual(expected);
    });

    it("changes what filters see and leaves the vectors", async () => {
      await vectors.upsert(SPACE, [product("a", 10), product("b", 20)]);
      const facts = { ...FACTS, availability: "out_of_stock", priceMinor: 500 };
      await vectors.updateFacts(SPACE, [
        { productId: "a", facts },
        { productId: "nobody", facts },
      ]);
      expect(await nearest({ filter: { availability: ["out_of_stock"] } })).toEqual(["a"]);
      expect(await nearest({ filter: { priceMinor: { min: 10_000 } } })).toEqual(["b"]);
      expect(await nearest()).toEqual(["a", "b"]);
    });

    it("removes products and single pictures; those that are not there are no error", async () => {
      await vectors.upsert(SPACE, [product("a", 10), product("b", 20), product("c", 30)]);
      await vectors.deleteProducts(SPACE, ["a", "nobody"]);
      await vectors.delete(SPACE, ["c:1", "nobody:1"]);
      expect(await nearest()).toEqual(["b"]);
    });

    it("keeps catalogues and embedders apart", async () => {
      await vectors.upsert(SPACE, [product("a", 10)]);
      await vectors.upsert(NEXT, [product("b", 10), product("c", 20)]);
      await vectors.upsert(ELSEWHERE, [product("d", 10)]);
      expect(await nearest()).toEqual(["a"]);
      expect(await nearest({}, NEXT)).toEqual(["b", "c"]);
      expect(await vectors.listSpaces("shop")).toEqual([
        { embedder: SPACE.embedder, vectors: 1 },
        { embedder: NEXT.embedder, vectors: 2 },
      ]);
    });

    it("drops a space and leaves the others; what is not there has nothing", async () => {
      await vectors.upsert(SPACE, [product("a", 10)]);
      await vectors.upsert(NEXT, [product("b", 10)]);
      await vectors.dropSpace(SPACE);
      await vectors.dropSpace(ELSEWHERE);
      expect(await nearest()).toEqual([]);
      expect(await nearest({}, NEXT)).toEqual(["b"]);
      expect(await vectors.listIds(SPACE, { limit: 10 })).toEqual({ ids: [], cursor: null });
    });

    it("lists what it holds page by page, each once", async () => {
      await vectors.upsert(
        SPACE,
        Array.from({ length: 25 }, (_, i) => product(`p${i}`, i)),
      );
      const seen: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await vectors.listIds(SPACE, { limit: 10, ...(cursor && { cursor }) });
        seen.push(...page.ids.map(({ productId }) => productId));
        cursor = page.cursor;
      } while (cursor);
      expect(seen.toSorted()).toEqual(Array.from({ length: 25 }, (_, i) => `p${i}`).toSorted());
    });

    it("is compared with what it ought to hold", async () => {
      await vectors.upsert(SPACE, [product("a", 10), product("b", 20), product("old", 30)]);
      const found = await compareSpace(vectors, SPACE, ["a:1", "b:1", "new:1"]);
      expect(found).toEqual({ missing: ["new:1"], leftOver: ["old:1"] });
    });

    it.each([
      ["an id with other characters", [{ ...product("a", 0), id: "a b" }]],
      ["a vector of another length", [{ ...product("a", 0), vector: at(0).map((v) => 2 * v) }]],
      ["a vector of other dimensions", [{ ...product("a", 0), vector: at(0).slice(1) }]],
      ["a vector without numbers", [{ ...product("a", 0), vector: at(0).fill(Number.NaN) }]],
      ["a price below 0", [product("a", 0, { priceMinor: -1 })]],
      ["too many at once", Array.from({ length: 1001 }, (_, i) => product(`p${i}`, 0))],
    ])("refuses %s", async (_, batch) => {
      await expect(vectors.upsert(SPACE, batch)).rejects.toMatchObject({ code: "invalid_input" });
      expect(await vectors.listIds(SPACE, { limit: 10 })).toEqual({ ids: [], cursor: null });
    });

    it.each([
      ["no limit", { limit: 0 }],
      ["too high a limit", { limit: 1001 }],
      ["a range whose ends are turned round", { filter: { priceMinor: { min: 2, max: 1 } } }],
      ["a vector of other dimensions", { vector: new Float32Array([1]) }],
    ])("refuses a query with %s", async (_, query) => {
      await expect(nearest(query)).rejects.toMatchObject({ code: "invalid_input" });
    });

    it("answers that it is there", async () => {
      await expect(vectors.check()).resolves.toBeUndefined();
    });
  });
}
