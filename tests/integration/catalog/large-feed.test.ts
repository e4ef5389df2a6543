import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { readCsv } from "#lib/catalog/feed/read-csv.ts";
import { readJsonLines } from "#lib/catalog/feed/read-json-lines.ts";
import { readXml } from "#lib/catalog/feed/read-xml.ts";
import type { FeedFormat, FeedRow } from "#lib/catalog/feed/row.ts";
import { toProduct } from "#lib/catalog/feed/to-product.ts";
import { repetitions } from "#tests/setup/length.ts";

const ROWS = repetitions(60_000, 1_000_000);
/** Far below the feed itself: 60,000 rows are about 20 MB. */
const MOST_HELD_BYTES = 8 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + external + arrayBuffers;
}

const TEXT = "A long description of a piece, as shops write them. ".repeat(5);

const WRITERS: Record<FeedFormat, { head: string; row: (n: number) => string; end: string }> = {
  csv: {
    head: "sku,title,price,category,description,image_link\n",
    row: (n) => `s${n},Ring ${n},${n % 900}.50 EUR,rings,"${TEXT}",https://shop.example/${n}.jpg\n`,
    end: "",
  },
  jsonl: {
    head: "",
    row: (n) =>
      `${JSON.stringify({ sku: `s${n}`, title: `Ring ${n}`, price: "9 EUR", category: "rings", description: TEXT })}\n`,
    end: "",
  },
  xml: {
    head: "<rss><channel>",
    row: (n) =>
      `<item><id>s${n}</id><title>Ring ${n}</title><price>9 EUR</price><product_type>rings</product_type><description>${TEXT}</description></item>`,
    end: "</channel></rss>",
  },
};

/** A feed that is written as it is read: it is never there as a whole. */
function feed(format: FeedFormat): ReadableStream<Uint8Array> {
  const { head, row, end } = WRITERS[format];
  const encoder = new TextEncoder();
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const some = Array.from({ length: Math.min(200, ROWS - next) }, (_, at) => row(next + at));
      const text = (next === 0 ? head : "") + some.join("");
      next += some.length;
      controller.enqueue(encoder.encode(next === ROWS ? text + end : text));
      if (next === ROWS) controller.close();
    },
  });
}

const READERS: Record<FeedFormat, (stream: ReadableStream<Uint8Array>) => AsyncGenerator<FeedRow>> =
  { csv: readCsv, jsonl: readJsonLines, xml: readXml };

test.each(["csv", "jsonl", "xml"] as const)(
  "a feed of very many rows is read without being held: %s",
  async (format) => {
    const before = heldBytes();
    let most = 0;
    let rows = 0;
    for await (const row of READERS[format](feed(format))) {
      rows += 1;
      const { product } = toProduct(row, { currency: "EUR", brand: "No brand" });
      if (product === null) throw new Error(`Row ${row.row} was refused.`);
      if (rows % (ROWS / 10) === 0) most = Math.max(most, heldBytes() - before);
    }
    expect(rows).toBe(ROWS);
    expect(most).toBeLessThan(MOST_HELD_BYTES);
  },
  600_000,
);
