import "../http/environment.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { FeedFormat } from "#lib/catalog/feed/row.ts";
import { getImport } from "#lib/catalog/get-import.ts";
import { failImport, importFeed } from "#lib/catalog/import-feed.ts";
import { makePerson, type Person, refusalOf } from "../accounts/people.ts";
import { clear, db } from "../http/environment.ts";

let admin: Person;
beforeEach(async () => {
  await clear();
  admin = await makePerson("admin");
});

const streamOf = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      const bytes = new TextEncoder().encode(text);
      // In small pieces, as a network would bring it: marks fall on any byte.
      for (let at = 0; at < bytes.length; at += 7) controller.enqueue(bytes.slice(at, at + 7));
      controller.close();
    },
  });

interface Run {
  dryRun?: boolean;
  replace?: boolean;
  slug?: string;
}

async function begin(format: FeedFormat, { dryRun = false, replace = false, slug = "main" }: Run) {
  const { id: catalogId } = await db.catalog.upsert({
    where: { slug },
    create: { slug, name: slug },
    update: {},
  });
  const data = { catalogId, filename: `feed.${format}`, format, dryRun, replace };
  return (await db.catalogImport.create({ data })).id;
}

async function read(format: FeedFormat, text: string, run: Run = {}) {
  const importId = await begin(format, run);
  const defaults = { currency: "EUR", brand: "No brand" };
  await importFeed(admin.ctx, { importId, stream: streamOf(text), defaults });
  return getImport(admin.ctx, { importId });
}

const CSV = `id,title,price,category,brand,availability,color,size,image_link
r1,Thin ring,"1.299,00 EUR",Jewellery > Rings,Aurum,in stock,rose gold,52|54,https://shop.example/1.jpg
r2,Plain <b>band</b> &amp; more,€250,rings,Aurum,preorder,Gold,,
`;

describe("a feed", () => {
  test("of CSV becomes products with their brand, colours, sizes and pictures", async () => {
    const report = await read("csv", CSV);
    expect(report).toMatchObject({ status: "done", rowsRead: 2, rowsBad: 0, created: 2 });
    const row = await db.product.findFirstOrThrow({
      where: { sku: "r1" },
      include: { brand: true, pictures: true },
    });
    expect(row).toMatchObject({
      priceMinor: 129_900,
      currency: "EUR",
      category: "rings",
      kind: "ring",
    });
    expect(row).toMatchObject({
      colours: ["rose gold"],
      sizes: ["52", "54"],
      availability: "in_stock",
    });
    expect(row.brand.name).toBe("Aurum");
    expect(row.pictures.map(({ sourceUrl }) => sourceUrl)).toEqual(["https://shop.example/1.jpg"]);
  });

  test("may be parted by semicolons or tabs, whatever its texts hold", async () => {
    const rows = [
      ["sku", "title", "price", "category"],
      ["a", "One, two", "1,50 EUR", "rings"],
    ];
    for (const [index, mark] of [";", "\t"].entries()) {
      const text = rows.map((row) => row.join(mark)).join("\n");
      await read("csv", text, { slug: `parted-${index}` });
    }
    const found = await db.product.findMany({ select: { title: true, priceMinor: true } });
    expect(found).toEqual(Array(2).fill({ title: "One, two", priceMinor: 150 }));
  });

  test("with HTML in a title loses it, and says so", async () => {
    const report = await read("csv", CSV);
    expect(await db.product.findFirst({ where: { sku: "r2" } })).toMatchObject({
      title: "Plain band & more",
    });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ row: 3, sku: "r2", field: "title", warning: true }),
    );
  });

  test("read twice changes nothing the second time", async () => {
    await read("csv", CSV);
    const before = await db.product.findMany({ orderBy: { sku: "asc" } });
    expect(await read("csv", CSV)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await db.product.findMany({ orderBy: { sku: "asc" } })).toEqual(before);
  });

  test("read again with another price changes that product and keeps its picture's id", async () => {
    await read("csv", CSV);
    const before = await db.productPicture.findFirstOrThrow();
    const report = await read("csv", CSV.replace("1.299,00 EUR", "1.199,00 EUR"));
    expect(report).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await db.productPicture.findFirstOrThrow()).toEqual(before);
    expect(await db.product.findFirst({ where: { sku: "r1" } })).toMatchObject({
      priceMinor: 119_900,
    });
  });

  test("in a dry run says what would happen and changes nothing", async () => {
    await read("csv", CSV);
    const changed = `${CSV.replace("€250", "€260")}r3,New,1 EUR,rings,,,,,\n`;
    const report = await read("csv", changed, { dryRun: true });
    expect(report).toMatchObject({ status: "done", created: 1, updated: 1, unchanged: 1 });
    expect(await db.product.count()).toBe(2);
    expect(await db.importRow.count()).toBe(0);
  });

  test("that replaces withdraws what it lacks, and brings it back", async () => {
    await read("csv", CSV);
    const [head, first] = CSV.split("\n");
    expect(await read("csv", `${head}\n${first}\n`, { replace: true })).toMatchObject({
      withdrawn: 1,
    });
    expect(await db.product.count({ where: { withdrawnAt: null } })).toBe(1);
    expect(await read("csv", CSV)).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await db.product.count({ where: { withdrawnAt: null } })).toBe(2);
  });

  test("of JSON Lines takes lists, prices in minor units and other currencies", async () => {
    const lines = [
      {
        sku: "d1",
        title: "Silk dress",
        price: "21000 JPY",
        category: "dresses",
        colours: ["Blush"],
      },
      { sku: "d2", title: "Dress", price_minor: 500, currency: "USD", category: "dresses" },
    ];
    const report = await read("jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(report).toMatchObject({ created: 2, rowsBad: 0 });
    expect(await db.product.findFirst({ where: { sku: "d1" } })).toMatchObject({
      priceMinor: 21_000,
      currency: "JPY",
      colours: ["light pink"],
      materials: ["silk"],
      kind: "dress",
    });
  });

  test("of Google Merchant XML takes items with namespaces, CDATA and further pictures", async () => {
    const xml = `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
      <title>A shop</title><item><g:id>x1</g:id><title><![CDATA[Gold & more]]></title>
      <g:price>99.50 USD</g:price><g:sale_price>89.50 USD</g:sale_price><g:product_type>Rings</g:product_type>
      <g:image_link>https://shop.example/a.jpg</g:image_link>
      <g:additional_image_link>https://shop.example/b.jpg</g:additional_image_link>
      <g:additional_image_link>https://shop.example/c.jpg</g:additional_image_link>
      <g:shipping><g:price>4 USD</g:price></g:shipping></item></channel></rss>`;
    expect(await read("xml", xml)).toMatchObject({ created: 1, rowsBad: 0 });
    const row = await db.product.findFirstOrThrow({ include: { pictures: true } });
    expect(row).toMatchObject({
      sku: "x1",
      title: "Gold & more",
      priceMinor: 8950,
      currency: "USD",
    });
    expect(row.pictures).toHaveLength(3);
  });
});

describe("bad rows", () => {
  test("are listed with their line and skipped; the others are taken", async () => {
    const report = await read(
      "csv",
      `sku,title,price,category,currency,availability,product_url
a,Good,10 EUR,rings,,,
b,No price,free,rings,,,
c,,10 EUR,rings,,,
a,Same SKU,11 EUR,rings,,,
d,Two currencies,10 USD,rings,EUR,,
e,No rate,10,rings,XXX,,
f,Odd stock,10,rings,,sometimes,
g,Odd link,10,rings,,,javascript:alert(1)
h,Too few fields,10
`,
    );
    expect(report).toMatchObject({ rowsRead: 9, rowsBad: 8, created: 1 });
    const bad = report.problems.filter(({ warning }) => !warning);
    expect(bad.map(({ row, field }) => [row, field])).toEqual([
      [3, "price"],
      [4, "title"],
      [5, "sku"],
      [6, "currency"],
      [7, "currency"],
      [8, "availability"],
      [9, "productUrl"],
      [10, null],
    ]);
    expect(await db.product.findMany({ select: { title: true } })).toEqual([{ title: "Good" }]);
  });

  test("of JSON Lines may be no JSON, no object or far too long", async () => {
    const text = `{broken\n[1]\n{"sku":"${"x".repeat(300_000)}"}\n{"sku":"a","title":"A","price":"1","category":"c"}`;
    const report = await read("jsonl", text);
    expect(report).toMatchObject({ rowsRead: 4, rowsBad: 3, created: 1 });
  });
});

describe("a file that is none", () => {
  test.each<[string, FeedFormat, string]>([
    ["empty CSV", "csv", ""],
    ["CSV without rows", "csv", "sku,title,price,category\n"],
    ["CSV with wrong columns", "csv", "name,cost\na,1\n"],
    ["CSV with a quote that never ends", "csv", 'sku,title,price,category\na,"b,1,c\n'],
    ["empty JSON Lines", "jsonl", "\n\n"],
    ["XML cut off", "xml", "<rss><item><id>1</id><title>a</title><price>1</price>"],
    ["XML with a text that never ends", "xml", `<rss><item><title>${"a".repeat(2_000_000)}`],
    ["XML with entities of its own", "xml", '<!DOCTYPE a [<!ENTITY b "c">]><rss><item/></rss>'],
  ])("is refused as a whole: %s", async (_, format, text) => {
    const importId = await begin(format, {});
    const defaults = { currency: "EUR", brand: "No brand" };
    const refusal = await refusalOf(
      importFeed(admin.ctx, { importId, stream: streamOf(text), defaults }),
    );
    expect(refusal.code).toBe("invalid_input");
    await failImport(admin.ctx, importId, refusal.userMessage);
    expect(await db.product.count()).toBe(0);
    expect(await db.importRow.count()).toBe(0);
    expect(await getImport(admin.ctx, { importId })).toMatchObject({
      status: "failed",
      error: refusal.userMessage,
    });
  });

  test("names the columns it lacks", async () => {
    const importId = await begin("csv", {});
    const defaults = { currency: "EUR", brand: "No brand" };
    const stream = streamOf("name,cost\na,1\n");
    const refusal = await refusalOf(importFeed(admin.ctx, { importId, stream, defaults }));
    expect(refusal.details).toMatchObject({ missing: ["sku", "price", "category"] });
  });
});

test("shows its reports to admins alone", async () => {
  const importId = await begin("csv", {});
  const customer = await makePerson();
  expect((await refusalOf(getImport(customer.ctx, { importId }))).code).toBe("forbidden");
});
