import "../http/environment.ts";
import { describe, expect, it } from "vitest";
import { createEmbedders } from "#lib/adapters/embedder/index.ts";
import { createVectors } from "#lib/adapters/vectors/index.ts";
import { env } from "#lib/env.ts";
import { readDemoProducts, readDemoVectors } from "../../../prisma/seed/catalog/read-demo.ts";
import { seedCatalog } from "../../../prisma/seed/seed-catalog.ts";
import { db } from "../http/environment.ts";

const vectors = createVectors(env(), () => db);
const embedder = createEmbedders(env()).current.id;
const seed = () => seedCatalog({ db, vectors, embedder, now: () => new Date() });
const products = readDemoProducts();
const looks = readDemoVectors(embedder);

describe("the demo catalogue", () => {
  it("has at least 2000 products, each with a look of the embedder in use", () => {
    expect(products.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(products.map(({ sku }) => sku)).size).toBe(products.length);
    expect([...(looks?.keys() ?? [])].sort()).toEqual(products.map(({ sku }) => sku).sort());
  });

  it("is searched by looks as soon as it is brought in", async () => {
    await seed();
    const space = { namespace: "demo", embedder };
    const { sku } = products[0]!;
    const [nearest] = await vectors.query(space, { vector: looks!.get(sku)!, limit: 1 });
    const found = await db.product.findFirst({ where: { id: nearest!.productId } });
    expect(found).toMatchObject({ sku });
    expect(nearest!.cosine).toBeCloseTo(1, 3);
    expect(await vectors.listSpaces("demo")).toEqual([{ embedder, vectors: products.length }]);
  });

  it("goes on where it was stopped, and changes nothing the second time", async () => {
    const [product] = await db.product.findMany({ take: 1, orderBy: { sku: "asc" } });
    await vectors.deleteProducts({ namespace: "demo", embedder }, [product!.id]);
    await db.product.update({ where: { id: product!.id }, data: { indexedHash: null } });
    await seed();
    const [space] = await vectors.listSpaces("demo");
    expect(space?.vectors).toBe(products.length);
    const before = await db.product.aggregate({ _max: { updatedAt: true }, _count: true });
    await seed();
    expect(await db.product.aggregate({ _max: { updatedAt: true }, _count: true })).toEqual(before);
  });
});
