import "../http/environment.ts";
import { beforeEach, expect, test } from "vitest";
import { type Embedder, type Embedders, isSameEmbedder } from "#lib/adapters/embedder/port.ts";
import { announceDue } from "#lib/catalog/announce-due.ts";
import { indexNextProducts } from "#lib/catalog/index-products.ts";
import { searchSpaces } from "#lib/search/candidates.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { withAdapters } from "#tests/setup/adapters.ts";
import { makePerson, type Person } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";
import { picture, product, publicPicture, seeing, stock } from "./shelf.ts";

let person: Person;
beforeEach(async () => {
  await clear();
  person = await makePerson();
});

test("another embedder takes over when it holds as much; until then the one before serves", async () => {
  const before = seeing(person.ctx);
  const publicPath = await publicPicture("moved", "#d06010", "#ffffff");
  const skus = Array.from({ length: 3 }, (_, index) => `moved-${index}`);
  const pictures = [{ publicPath }];
  const catalogId = await stock(
    before.ctx,
    skus.map((sku) => product(sku, { pictures })),
  );
  const after = seeing(person.ctx, "2");
  // The embedder of before can still be asked.
  const both: Embedders = {
    current: after.embedder,
    find: (id) =>
      [before.embedder, after.embedder].find((one) => isSameEmbedder(one.id, id)) ?? null,
  };
  const ctx = withAdapters(person.ctx, { embedders: both });
  const serving = async () =>
    (await searchSpaces(ctx)).find(({ namespace }) => namespace === "main")?.embedder.version;
  expect(await serving()).toBe("1");
  expect(await announceDue(ctx)).toBeGreaterThan(0);

  // One product is there by the new one: the old index still serves, also what changed meanwhile.
  const [first] = await db.product.findMany({ where: { catalogId }, orderBy: { id: "asc" } });
  const space = { namespace: "main", embedder: after.embedder.id };
  const old = { namespace: "main", embedder: before.embedder.id };
  const [vector] = await after.embedder.embedPictures([{ bytes: await picture("#fff", "#000") }]);
  const facts = { priceMinor: 1, brand: "b", category: "c", availability: "in_stock" };
  const lists = { sizes: [], colours: [], materials: [] };
  await ctx.adapters.vectors.upsert(space, [
    { id: "early", productId: first!.id, vector: vector!, facts: { ...facts, ...lists } },
  ]);
  expect(await serving()).toBe("1");

  while ((await indexNextProducts(ctx, catalogId)) > 0);
  expect(await serving()).toBe("2");
  expect(await ctx.adapters.vectors.listIds(old, { limit: 10 })).toEqual({ ids: [], cursor: null });
  expect(await announceDue(ctx)).toBe(0);
});

test("an embedder that fails on every picture replaces nothing", async () => {
  const before = seeing(person.ctx);
  const publicPath = await publicPicture("kept", "#1060d0", "#ffffff");
  const catalogId = await stock(before.ctx, [product("kept", { pictures: [{ publicPath }] })]);
  const blind: Embedder = {
    id: { name: "blind", version: "1", dimensions: 27 },
    embedPictures: async () => {
      throw invalidInput("I see nothing.");
    },
    check: async () => {},
  };
  const embedders: Embedders = { current: blind, find: () => before.embedder };
  const ctx = withAdapters(person.ctx, { embedders });
  while ((await indexNextProducts(ctx, catalogId)) > 0);
  const spaces = await searchSpaces(ctx);
  expect(spaces.find(({ namespace }) => namespace === "main")?.embedder).toEqual(
    before.embedder.id,
  );
});
