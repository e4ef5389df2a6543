import { readFileSync } from "node:fs";
import { importOptions } from "#lib/catalog/create-import.ts";
import { importFromFile } from "#lib/catalog/import-from-file.ts";
import { machine } from "../table.ts";
import { openEmbeddedDatabase } from "./embedded-database.ts";

const ROWS = Number(process.env.BENCH_ROWS ?? 1_000_000);
/** Every so manieth row has no price. */
const BAD_EACH = 1000;
const SAMPLE_MS = 500;
const MB = 2 ** 20;

const COLOURS = ["red", "navy", "ivory", "rose gold", "silver", "green", "black"];
const SHELVES = ["rings", "dresses", "earrings", "coats", "necklaces"];
const TEXT = "A description of a piece as shops write them, of some length. ".repeat(4);

const rowOf = (n: number) =>
  [
    ...[`sku-${n}`, `${COLOURS[n % COLOURS.length]} piece number ${n}`],
    n % BAD_EACH === 0 ? "" : `${10 + (n % 900)}.50 ${n % 3 === 0 ? "USD" : "EUR"}`,
    ...[`Brand ${n % 500}`, SHELVES[n % SHELVES.length], COLOURS[n % COLOURS.length], TEXT],
    `https://shop.example/${n}.jpg`,
  ].join(",");

/** A CSV feed that is written as it is read: it is never there as a whole. */
function feed(): { stream: ReadableStream<Uint8Array>; bytes: () => number } {
  const encoder = new TextEncoder();
  let next = 0;
  let bytes = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      const rows = Array.from({ length: Math.min(500, ROWS - next) }, (_, at) => rowOf(next + at));
      const head =
        next === 0 ? "sku,title,price,brand,category,color,description,image_link\n" : "";
      next += rows.length;
      const chunk = encoder.encode(`${head}${rows.join("\n")}\n`);
      bytes += chunk.byteLength;
      controller.enqueue(chunk);
      if (next === ROWS) controller.close();
    },
  });
  return { stream, bytes: () => bytes };
}

/** Most memory a process ever had, MB; from Linux. */
function peakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024);
}

/** A feed of a million rows brought in whole, in the embedded database: time, memory and disk, as Markdown. */
export async function importReport(): Promise<string> {
  const database = await openEmbeddedDatabase();
  const startMb = peakMb(process.pid);
  let heapBytes = 0;
  const sampling = setInterval(() => {
    heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
  }, SAMPLE_MS);
  try {
    const { stream, bytes } = feed();
    const startedMs = performance.now();
    let readMs = 0;
    const report = await importFromFile(
      { db: database.db, now: () => new Date() },
      {
        ...{ filename: "million.csv", stream, options: importOptions.parse({ catalog: "main" }) },
        onProgress({ rows }) {
          readMs = performance.now() - startedMs;
          if (rows % 50_000 === 0) console.log(`${rows} rows, ${Math.round(readMs / 1000)} s`);
        },
      },
    );
    const allMs = performance.now() - startedMs;
    const products = await database.db.product.count();
    const seconds = (ms: number) => Math.round(ms / 1000);
    const all = ROWS.toLocaleString("en");
    return `${machine()}; a CSV feed of ${all} rows and ${Math.round(bytes() / MB)} MB, written as it is read.

- **${products.toLocaleString("en")} products brought in, ${report.rowsBad.toLocaleString("en")} bad rows listed and skipped, in ${seconds(allMs)} s** (${Math.round(ROWS / (allMs / 1000)).toLocaleString("en")} rows/s): ${seconds(readMs)} s to read and stage, ${seconds(allMs - readMs)} s to take effect at once.
- Memory of the process that reads: at most ${peakMb(process.pid)} MB (${startMb} MB before), of which heap ${Math.round(heapBytes / MB)} MB; of the database's process: at most ${peakMb(database.pid)} MB.
- Disk of the whole database afterwards: ${Math.round(database.diskBytes() / MB).toLocaleString("en")} MB.`;
  } finally {
    clearInterval(sampling);
    await database.close();
  }
}
