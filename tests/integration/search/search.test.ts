import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { brandScore } from "#lib/catalog/brand-score.ts";
import { rateBrand } from "#lib/catalog/rate-brand.ts";
import { withdrawProduct } from "#lib/catalog/withdraw-product.ts";
import type { Ctx } from "#lib/context.ts";
import { uploadImage } from "#lib/images/upload-image.ts";
import { type SearchInput, searchInput } from "#lib/search/input.ts";
import { judge } from "#lib/search/judge.ts";
import { judgeByLook } from "#lib/search/judge-by-look.ts";
import { measureWeights } from "#lib/search/measure-weights.ts";
import { searchProducts } from "#lib/search/search-products.ts";
import { setWeights } from "#lib/search/set-weights.ts";
import { makePerson, refusalOf } from "../accounts/people.ts";
import { picture, product, productIdOf, publicPicture, seeing, stock } from "../catalog/shelf.ts";
import { clear, db } from "../http/environment.ts";

let ctx: Ctx;
let admin: Ctx;
beforeEach(async () => {
  await clear();
  ctx = seeing((await makePerson()).ctx).ctx;
  admin = seeing((await makePerson("admin")).ctx).ctx;
});

const search = (input: SearchInput, by: Ctx = ctx) => searchProducts(by, searchInput.parse(input));
const skus = (answer: Awaited<ReturnType<typeof search>>) =>
  answer.results.map(({ product: one }) => one.sku);

const send = async (upper: string, lower: string): Promise<string> =>
  (await uploadImage(ctx, { bytes: await picture(upper, lower), maxBytes: 1_000_000 })).id;

const pictured = async (sku: string, upper: string, lower: string, more = {}) =>
  product(sku, { pictures: [{ publicPath: await publicPicture(sku, upper, lower) }], ...more });

/** Red, green and blue rings, and a dress. */
async function shelf(): Promise<void> {
  await stock(ctx, [
    await pictured("red", "#e01010", "#f0f0f0", { priceMinor: 10_000, colours: ["red"] }),
    await pictured("green", "#10e010", "#f0f0f0", { priceMinor: 20_000, colours: ["green"] }),
    await pictured("blue", "#1010e0", "#f0f0f0", { priceMinor: 30_000, colours: ["blue"] }),
    await pictured("silk", "#f6d3da", "#f6d3da", {
      title: "Evening dress",
      category: "dresses",
      kind: "dress",
      brand: "Seta",
      material: "Silk charmeuse",
      colours: ["Blush"],
      priceMinor: 15_000,
    }),
  ]);
}

describe("a search by picture", () => {
  test("puts what looks most alike first, with four terms that make the score", async () => {
    await shelf();
    const answer = await search({ imageId: await send("#e01010", "#f0f0f0") });
    expect(skus(answer)[0]).toBe("red");
    const { weights } = answer;
    expect(weights.cosine + weights.price + weights.brand + weights.availability).toBeCloseTo(1);
    for (const { score, terms } of answer.results) {
      const sum =
        weights.cosine * terms.cosine +
        weights.price * terms.price +
        weights.brand * terms.brand +
        weights.availability * terms.availability;
      expect(score).toBeCloseTo(sum, 10);
    }
    expect(answer.results[0]!.terms).toMatchObject({ price: 1, brand: 0.625, availability: 1 });
    expect(answer.results[0]!.why).toMatch(
      /^Looks 100 % alike; costs 100.00 EUR, 0 % .* in stock\.$/,
    );
  });

  test("by a region of it looks at that region alone", async () => {
    await shelf();
    const imageId = await send("#f0f0f0", "#10e010");
    const crop = { x: 0, y: 0.5, width: 1, height: 0.5 };
    await stock(ctx, [await pictured("allgreen", "#10e010", "#10e010")]);
    expect(skus(await search({ imageId, crop }))[0]).toBe("allgreen");
  });

  test("by a product finds others and never itself", async () => {
    await shelf();
    const found = skus(await search({ productId: await productIdOf("red") }));
    expect(found).not.toContain("red");
    expect(found).toContain("blue");
  });

  test("is moved by more and less like this, and by colours that shall not be", async () => {
    await shelf();
    const imageId = await send("#909090", "#f0f0f0");
    const [red, green] = [await productIdOf("red"), await productIdOf("green")];
    const weights = { cosine: 1, price: 0, brand: 0, availability: 0 };
    const towards = await search({ imageId, weights, various: false, moreLike: [green] });
    expect(skus(towards)[0]).toBe("green");
    expect(skus(await search({ imageId, lessLike: [red] }))).not.toContain("red");
    expect(skus(await search({ imageId, notColours: ["blue"] }))).not.toContain("blue");
  });

  test("far from everything says so and offers the makers", async () => {
    await stock(ctx, [await pictured("black", "#000000", "#000000")]);
    const answer = await search({ imageId: await send("#ffffff", "#ffffff") });
    expect(answer.noMatch).toMatchObject({ makersUrl: "/ateliers" });
    expect(answer.noMatch?.reason).toContain("nearest product");
  });

  test("shows the same thing listed twice once, unless it is asked not to", async () => {
    const same = await publicPicture("same", "#e01010", "#f0f0f0");
    await stock(ctx, [
      product("one", { pictures: [{ publicPath: same }], priceMinor: 100 }),
      product("two", { pictures: [{ publicPath: same }], priceMinor: 200 }),
    ]);
    const imageId = await send("#e01010", "#f0f0f0");
    const answer = await search({ imageId });
    expect(skus(answer)).toEqual(["one"]);
    expect(answer.results[0]!.duplicates).toEqual([await productIdOf("two")]);
    expect(skus(await search({ imageId, various: false }))).toEqual(["one", "two"]);
  });
});

describe("a search by words", () => {
  test("reads colour, material, piece and price: blush pink silk dress under 200 EUR", async () => {
    await shelf();
    const answer = await search({ text: "blush pink silk dress under 200 EUR" });
    expect(answer.understood).toMatchObject({ materials: ["silk"], kind: "dress" });
    expect(answer.understood.colours).toContain("light pink");
    expect(skus(answer)).toEqual(["silk"]);
    expect(answer.results[0]!.why).toContain("within 200.00 EUR");
    const dong = await search({ text: "silk dress under 6000000 VND", currency: "VND" });
    expect(dong.results[0]!.why).toContain("within 6,000,000 VND");
    expect(dong.results[0]!.reasons.price).toMatchObject({
      compared: "within",
      wish: { amountMinor: 6_000_000, currency: "VND" },
    });
    expect(skus(await search({ text: "silk dress under 100 EUR" }))).toEqual([]);
  });

  test("prefers what meets more of the words", async () => {
    await shelf();
    expect(skus(await search({ text: "green ring" }))[0]).toBe("green");
  });

  test("with a picture weighs both", async () => {
    await shelf();
    const imageId = await send("#e01010", "#f0f0f0");
    const answer = await search({ imageId, text: "blue ring" });
    expect(answer.results.map(({ why }) => why)[0]).toContain("picture and words");
    const blue = answer.results.find(({ product: one }) => one.sku === "blue")!;
    expect(blue.terms.cosine).toBeGreaterThan(0.3);
  });

  test("that nothing meets says so", async () => {
    await shelf();
    const answer = await search({ text: "turquoise woollen submarine with portholes" });
    expect(answer.noMatch).not.toBeNull();
  });
});

describe("filters", () => {
  test("compare prices across currencies by the dated rates", async () => {
    await shelf();
    await stock(ctx, [
      product("usd", { priceMinor: 11_700, currency: "USD", title: "Dollar ring" }),
      product("vnd", { priceMinor: 30_800_000, currency: "VND", title: "Dong ring" }),
    ]);
    const price = { minMinor: 9_000, maxMinor: 12_000, currency: "EUR" };
    const answer = await search({ text: "ring", filters: { price }, various: false });
    expect(new Set(skus(answer))).toEqual(new Set(["red", "usd"]));
    expect(answer.ratesAsOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    const dollars = await search({ text: "dollar", currency: "EUR" });
    expect(dollars.results[0]!.product.convertedPrice).toEqual({
      currency: "EUR",
      amountMinor: 10_000,
    });
  });

  test("count what each value leaves, a list's own choice left out", async () => {
    await shelf();
    const imageId = await send("#909090", "#f0f0f0");
    const answer = await search({ imageId, filters: { colours: ["red"] }, various: false });
    expect(skus(answer)).toEqual(["red"]);
    const counts = Object.fromEntries(
      answer.facets.colours.map(({ value, count }) => [value, count]),
    );
    expect(counts).toMatchObject({ red: 1, green: 1, blue: 1 });
    expect(answer.facets.categories).toEqual([{ value: "rings", label: "rings", count: 1 }]);
  });

  test("leave out what is withdrawn at once", async () => {
    await shelf();
    await withdrawProduct(admin, await productIdOf("red"));
    expect(skus(await search({ imageId: await send("#e01010", "#f0f0f0") }))).not.toContain("red");
  });
});

test("pages go on where the last one ended, and a cursor of another search is refused", async () => {
  await shelf();
  const imageId = await send("#909090", "#f0f0f0");
  const first = await search({ imageId, limit: 2 });
  const second = await search({ imageId, limit: 2, cursor: first.nextCursor! });
  const all = await search({ imageId, limit: 100 });
  expect([...skus(first), ...skus(second)]).toEqual(skus(all));
  expect(second.nextCursor).toBeNull();
  const foreign = search({ text: "ring", cursor: first.nextCursor! });
  expect((await refusalOf(foreign)).code).toBe("invalid_input");
});

describe("a search that cannot be", () => {
  test("without picture and words names what to search by", async () => {
    const refusal = await refusalOf(search({}));
    expect(refusal.details).toMatchObject({
      allowed: expect.arrayContaining(["image_id", "text"]),
    });
  });

  test("with an unknown category names those there are", async () => {
    await shelf();
    const refusal = await refusalOf(
      search({ text: "ring", filters: { categories: ["tractors"] } }),
    );
    expect(refusal.details).toMatchObject({ allowed: ["dresses", "rings"] });
  });

  test("with a currency without a rate names those there are", async () => {
    const refusal = await refusalOf(search({ text: "ring", currency: "XXX" }));
    expect(refusal.details.allowed).toContain("EUR");
  });

  test.each([
    ["an unknown filter", { text: "a", filters: { smell: ["x"] } }],
    ["an impossible range", { text: "a", filters: { price: { minMinor: 2, maxMinor: 1 } } }],
    [
      "a region outside the picture",
      { imageId: "a", crop: { x: 0.9, y: 0, width: 0.5, height: 1 } },
    ],
    ["an unknown availability", { text: "a", filters: { availability: ["maybe"] } }],
    ["a weight below zero", { text: "a", weights: { cosine: -1 } }],
  ])("has %s", (_, input) => {
    expect(searchInput.safeParse(input).success).toBe(false);
  });

  test("by two pictures at once, or somebody else's", async () => {
    const imageId = await send("#e01010", "#f0f0f0");
    expect((await refusalOf(search({ imageId, designId: "x" }))).code).toBe("invalid_input");
    const other = seeing((await makePerson()).ctx).ctx;
    expect((await refusalOf(search({ imageId }, other))).code).toBe("not_found");
  });

  test("by an address that is not on the public web", async () => {
    const refusal = await refusalOf(search({ imageUrl: "http://127.0.0.1:1/x.png" }));
    expect(refusal.code).toBe("invalid_input");
  });
});

describe("weights", () => {
  test("of one request count for it alone", async () => {
    await shelf();
    const weights = { cosine: 0, price: 1, brand: 0, availability: 0 };
    const answer = await search({
      imageId: await send("#1010e0", "#f0f0f0"),
      weights,
      various: false,
    });
    expect(answer.weights).toEqual(weights);
    const prices = answer.results.map(({ terms }) => terms.price);
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
  });

  test("are set by an admin with what they measure on the judged searches", async () => {
    await shelf();
    const [red, blue] = [await productIdOf("red"), await productIdOf("blue")];
    await judge(admin, {
      name: "red one",
      query: { text: "red ring" },
      grades: { [red]: 3, [blue]: 0 },
    });
    const looks = { cosine: 1, price: 0, brand: 0, availability: 0 };
    expect(await setWeights(admin, looks)).toMatchObject({
      ndcgAt10: 1,
      recallAt10: 1,
      queries: 1,
    });
    expect((await search({ text: "red ring" })).weights).toEqual(looks);
    expect((await refusalOf(setWeights(ctx, looks))).code).toBe("forbidden");
    expect((await refusalOf(measureWeights(ctx, looks))).code).toBe("forbidden");
    expect(await db.searchWeights.count()).toBe(1);
  });

  test("of brands follow their ratings by the written formula", async () => {
    await shelf();
    const { id } = await db.brand.findFirstOrThrow({ where: { key: "aurum" } });
    await rateBrand(admin, { brandId: id, ratingMean: 5, ratingCount: 1000 });
    const answer = await search({ text: "red ring" });
    expect(answer.results[0]!.terms.brand).toBeCloseTo(brandScore(5, 1000), 10);
    expect(answer.results[0]!.why).toContain("Aurum has 5.0 stars from 1000");
  });
});

test("a changed price embeds nothing again; a changed picture does", async () => {
  const { ctx: watching, embedder } = seeing(ctx);
  const first = await pictured("p", "#e01010", "#f0f0f0");
  await stock(watching, [first]);
  expect(embedder.embedded).toBe(1);
  await stock(watching, [{ ...first, priceMinor: 5 }]);
  expect(embedder.embedded).toBe(1);
  await stock(watching, [
    await pictured("p", "#e01010", "#f0f0f0", {
      pictures: [{ publicPath: await publicPicture("p2", "#1010e0", "#fff") }],
    }),
  ]);
  expect(embedder.embedded).toBe(2);
});

test("products that say how they look are judged by it, once", async () => {
  const look = (style: string, metal: string) => ({ attributes: { look: { style, metal } } });
  const catalogId = await stock(ctx, [
    await pictured("h1", "#e01010", "#fff", look("halo", "rose")),
    await pictured("h2", "#e01010", "#fff", look("halo", "rose")),
    await pictured("h3", "#e09010", "#fff", look("halo", "white")),
    await pictured("s1", "#1010e0", "#fff", look("signet", "white")),
  ]);
  expect(await judgeByLook(ctx, { catalogId, queries: 1 })).toBe(1);
  expect(await judgeByLook(ctx, { catalogId, queries: 1 })).toBe(0);
  const judgments = await db.judgment.findMany({ include: { product: { select: { sku: true } } } });
  expect(Object.fromEntries(judgments.map(({ product: one, grade }) => [one.sku, grade]))).toEqual({
    h2: 3,
    h3: 1,
  });
  const measured = await measureWeights(admin, { cosine: 1, price: 0, brand: 0, availability: 0 });
  expect(measured).toMatchObject({ queries: 1, ndcgAt10: 1, failed: [] });
});
