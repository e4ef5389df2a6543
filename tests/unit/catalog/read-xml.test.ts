import { expect, test } from "vitest";
import { readXml } from "#lib/catalog/feed/read-xml.ts";
import type { FeedRow } from "#lib/catalog/feed/row.ts";

async function rowsOf(xml: string): Promise<FeedRow[]> {
  return Array.fromAsync(readXml(new Blob([xml]).stream()));
}

test("a field that comes again is a list", async () => {
  const links = ["a", "b", "c"].map((name) => `<g:image_link>${name}</g:image_link>`).join("");
  expect(await rowsOf(`<rss><item><g:id>1</g:id>${links}</item></rss>`)).toEqual([
    { row: 1, values: { id: "1", image_link: ["a", "b", "c"] } },
  ]);
});

test("an item of empty fields without end is too long, and the next one is read", async () => {
  const many = "<g:image_link/>".repeat(300_000);
  const [long, next] = await rowsOf(`<rss><item>${many}</item><item><g:id>2</g:id></item></rss>`);
  expect(long?.broken).toBe("The item is too long for a product.");
  expect(long?.values.image_link?.length).toBeLessThan(30_000);
  expect(next).toEqual({ row: 2, values: { id: "2" } });
});
