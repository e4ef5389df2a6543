import { createRequire } from "node:module";
import type { ProductVector } from "#lib/adapters/vectors/port.ts";
import { median, p95 } from "../measure.ts";

// Its module for ESM does not find its own native code; the one for CommonJS does.
const { Index, MetricKind, ScalarKind } = createRequire(import.meta.url)(
  "usearch",
) as typeof import("usearch");

export interface UsearchTimes {
  buildSeconds: number;
  medianMs: number;
  p95Ms: number;
}

const DEPTH = 10;

/** The same vectors in usearch, a native HNSW without a database and without filters, with the same graph numbers. */
export async function measureUsearch(
  products: readonly ProductVector[],
  queries: readonly { vector: Float32Array }[],
): Promise<UsearchTimes> {
  const dimensions = products[0]!.vector.length;
  const index = new Index({
    ...{ metric: MetricKind.IP, quantization: ScalarKind.F32, dimensions },
    ...{ connectivity: 16, expansion_add: 64, expansion_search: 200, multi: false },
  });
  const startedMs = performance.now();
  for (const [key, { vector }] of products.entries()) index.add(BigInt(key), vector);
  const buildSeconds = (performance.now() - startedMs) / 1000;
  const times = queries.map(({ vector }) => {
    const askedMs = performance.now();
    index.search(vector, DEPTH, 1);
    return performance.now() - askedMs;
  });
  return { buildSeconds, medianMs: median(times), p95Ms: p95(times) };
}
