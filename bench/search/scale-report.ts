import type { ProductVector } from "#lib/adapters/vectors/port.ts";
import { formatMs } from "../measure.ts";
import { machine } from "../table.ts";
import { demoLooks, SPACE } from "./catalogue.ts";
import { measureScale } from "./scale.ts";

const PRODUCTS = Number(process.env.BENCH_PRODUCTS ?? 100_000);
const HEAD = "| filter | passes | median | p95 | recall@10 |\n| --- | ---: | ---: | ---: | ---: |";

/** The demo's products as the index takes them; prices as they stand, as only ranges matter here. */
function demoVectors(): ProductVector[] {
  return demoLooks().map(({ product, look }) => {
    const { sku, brand, category, availability, sizes, colours, material, priceMinor } = product;
    const facts = { priceMinor, brand, category, availability, sizes, colours };
    return {
      id: `${sku}:0`,
      productId: sku,
      vector: look,
      facts: { ...facts, materials: [material] },
    };
  });
}

/** Times, recall and disk at 100,000 products, as Markdown. */
export async function scaleReport(): Promise<string> {
  const result = await measureScale(demoVectors(), SPACE, PRODUCTS);
  const { filters, usearch } = result;
  const rows = filters.map(({ filter, passing, medianMs, p95Ms, recall }) => {
    const cells = [`${(100 * passing).toFixed(2)} %`, formatMs(medianMs), formatMs(p95Ms)];
    return `| ${[filter, ...cells, recall.toFixed(3)].join(" | ")} |`;
  });
  const plain = filters.find(({ filter }) => filter === "none")!;
  const ratio = (plain.medianMs / usearch.medianMs).toFixed(1);
  return `${machine()}; ${result.products.toLocaleString("en")} products of ${SPACE.embedder.dimensions} numbers each.

- **All queries: p95 ${formatMs(result.p95Ms)}** (goal < 50 ms), **recall@10 against exact ${result.recall.toFixed(3)}** (goal ≥ 0.98).
- Import, 500 at a time: ${Math.round(result.importSeconds)} s (${((1000 * result.importSeconds) / result.products).toFixed(2)} ms a product); the index, built when all are in: ${Math.round(result.indexSeconds)} s.
- Disk of the whole database: ${Math.round(result.diskBytes / 2 ** 20)} MB.
- usearch on the same vectors, in process, without a database or filters: built in ${usearch.buildSeconds.toFixed(1)} s, median ${formatMs(usearch.medianMs)}, p95 ${formatMs(usearch.p95Ms)}. A query without a filter takes ${ratio} times as long here (median), its way over the socket included.

${[HEAD, ...rows].join("\n")}`;
}
