import { Prisma } from "#generated/prisma/client.ts";
import type { Ctx } from "#lib/context.ts";
import { promiseEvent } from "#lib/outbox/promise-event.ts";
import { invalidInput, notFound } from "#lib/shared/errors.ts";
import type { Rates } from "#lib/shared/exchange.ts";
import { PRODUCTS_CHANGED } from "./announce-change.ts";
import { readCsv } from "./feed/read-csv.ts";
import { readJsonLines } from "./feed/read-json-lines.ts";
import { readXml } from "./feed/read-xml.ts";
import type { FeedFormat, FeedRow } from "./feed/row.ts";
import { type FeedDefaults, type RowProblem, toProduct } from "./feed/to-product.ts";
import { mergeProducts } from "./merge-products.ts";
import { type StoredProduct, toStoredProduct } from "./product-input.ts";
import { currentRates } from "./rates.ts";

/** Good rows written together, and problems kept of one import. */
const CHUNK_ROWS = 500;
export const MOST_PROBLEMS = 10_000;
/** Longest time of the one transaction in which an import takes effect, ms: a million rows need minutes. */
const MERGE_TIMEOUT_MS = 20 * 60 * 1000;

const READERS: Record<FeedFormat, (stream: ReadableStream<Uint8Array>) => AsyncGenerator<FeedRow>> =
  { csv: readCsv, jsonl: readJsonLines, xml: readXml };

export interface ImportFeed {
  importId: string;
  stream: ReadableStream<Uint8Array>;
  defaults: FeedDefaults;
  signal?: AbortSignal;
  /** Told after every few hundred rows. */
  onProgress?: (read: { rows: number; bad: number }) => Promise<void>;
}

type ImportCtx = Pick<Ctx, "db" | "now">;

/**
 * Reads a feed to its end, a few hundred rows in memory at a time, and then lets all of its good rows take effect at
 * once; a dry run stops before that. A second run of the same import starts anew and changes nothing more. Throws
 * `invalid_input` for a file that is none of its format or empty: nothing of it is imported.
 */
export async function importFeed(ctx: ImportCtx, input: ImportFeed): Promise<void> {
  const { importId } = input;
  const run = await ctx.db.catalogImport.findUnique({ where: { id: importId } });
  if (!run) throw notFound("import");
  if (run.status === "done") return;
  await forgetRows(ctx, importId);
  await ctx.db.importProblem.deleteMany({ where: { importId } });
  const counts = await stageRows(ctx, input, run.format as FeedFormat);
  if (counts.rows === 0) throw invalidInput("The file has no rows.");
  // A feed in which nothing can be read must not withdraw a whole catalogue.
  if (counts.rows === counts.bad) {
    throw invalidInput(`None of the ${counts.rows} rows is a product; each says why.`);
  }
  if (run.dryRun) await countChanges(ctx, run);
  else await merge(ctx, run);
  await forgetRows(ctx, importId);
}

/** Marks an import as failed with what the admin reads, and drops what it staged. */
export async function failImport(ctx: ImportCtx, importId: string, error: string): Promise<void> {
  await forgetRows(ctx, importId);
  await ctx.db.catalogImport.updateMany({
    where: { id: importId, status: { not: "done" } },
    data: { status: "failed", error, finishedAt: ctx.now() },
  });
}

async function forgetRows({ db }: ImportCtx, importId: string): Promise<void> {
  await db.importRow.deleteMany({ where: { importId } });
}

interface StagedRow {
  row: number;
  sku: string;
  product: StoredProduct;
}

async function stageRows(
  ctx: ImportCtx,
  { importId, stream, defaults, signal, onProgress }: ImportFeed,
  format: FeedFormat,
): Promise<{ rows: number; bad: number }> {
  const rates = await currentRates(ctx);
  const counts = { rows: 0, bad: 0, problems: 0 };
  let rows: StagedRow[] = [];
  let problems: RowProblem[] = [];
  const flush = async () => {
    const repeated = await writeRows(ctx, importId, rows);
    counts.bad += repeated.length;
    await writeProblems(ctx, importId, [...problems, ...repeated], counts);
    rows = [];
    problems = [];
    const data = { rowsRead: counts.rows, rowsBad: counts.bad };
    await ctx.db.catalogImport.update({ where: { id: importId }, data });
    await onProgress?.(counts);
  };
  for await (const feedRow of READERS[format](stream)) {
    signal?.throwIfAborted();
    counts.rows += 1;
    const read = readRow(feedRow, defaults, rates);
    problems.push(...read.problems);
    if (read.staged) rows.push(read.staged);
    else counts.bad += 1;
    if (rows.length + problems.length >= CHUNK_ROWS) await flush();
  }
  await flush();
  return counts;
}

function readRow(feedRow: FeedRow, defaults: FeedDefaults, rates: Rates) {
  const { product, problems } = toProduct(feedRow, defaults);
  if (!product) return { staged: null, problems };
  const stored = toStoredProduct(product, rates);
  const { row } = feedRow;
  const { sku, currency } = product;
  if (stored) return { staged: { row, sku, product: stored }, problems };
  const message = `There is no exchange rate for ${currency}, or the price is too high.`;
  return {
    staged: null,
    problems: [...problems, { row, sku, field: "currency", message, warning: false }],
  };
}

/** Writes rows; of a SKU that comes again the first row counts. Answers the rows that came too late. */
async function writeRows(
  { db }: ImportCtx,
  importId: string,
  rows: readonly StagedRow[],
): Promise<RowProblem[]> {
  if (rows.length === 0) return [];
  const written = await db.$queryRaw<{ row: number }[]>`
    INSERT INTO "ImportRow" ("importId", "sku", "row", "product")
    SELECT ${importId}, sku, "row", product
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(sku text, "row" int, product jsonb)
    ORDER BY "row" ON CONFLICT ("importId", "sku") DO NOTHING RETURNING "row"`;
  const taken = new Set(written.map(({ row }) => row));
  return rows
    .filter(({ row }) => !taken.has(row))
    .map(({ row, sku }) => ({
      row,
      sku,
      field: "sku",
      message: "This SKU came before in the file; the first one counts.",
      warning: false,
    }));
}

async function writeProblems(
  { db }: ImportCtx,
  importId: string,
  problems: readonly RowProblem[],
  counts: { problems: number },
): Promise<void> {
  const room = Math.max(0, MOST_PROBLEMS - counts.problems);
  const kept = problems.slice(0, room);
  counts.problems += kept.length;
  await db.importProblem.createMany({ data: kept.map((problem) => ({ importId, ...problem })) });
}

interface ImportRun {
  id: string;
  catalogId: string;
  replace: boolean;
}

const stagedRows = (importId: string) =>
  Prisma.sql`SELECT "sku" AS sku, "product" AS product FROM "ImportRow" WHERE "importId" = ${importId}`;

/** All rows, the end of the import and the promise of the vectors, in one transaction. */
async function merge(ctx: ImportCtx, { id, catalogId, replace }: ImportRun): Promise<void> {
  await ctx.db.catalogImport.update({ where: { id }, data: { status: "merging" } });
  const limits = { timeout: MERGE_TIMEOUT_MS, maxWait: MERGE_TIMEOUT_MS };
  await ctx.db.$transaction(async (tx) => {
    const at = ctx.now();
    const counts = await mergeProducts(tx, { catalogId, source: stagedRows(id), at, replace });
    const finished = { status: "done", finishedAt: at } as const;
    await tx.catalogImport.update({ where: { id }, data: { ...counts, ...finished } });
    await promiseEvent(tx, PRODUCTS_CHANGED, { catalogId });
  }, limits);
}

/** What the import would do, by comparing its rows with what is there. */
async function countChanges(ctx: ImportCtx, { id, catalogId, replace }: ImportRun): Promise<void> {
  const [counts] = await ctx.db.$queryRaw<{ created: bigint; updated: bigint; total: bigint }[]>`
    SELECT count(*) AS total, count(*) FILTER (WHERE p."id" IS NULL) AS created,
      count(*) FILTER (WHERE p."contentHash" <> source.product->>'contentHash'
        OR p."withdrawnAt" IS NOT NULL) AS updated
    FROM (${stagedRows(id)}) source
    LEFT JOIN "Product" p ON p."catalogId" = ${catalogId} AND p."sku" = source.sku`;
  const withdrawn = replace ? await countMissing(ctx, id, catalogId) : 0;
  const [created, updated, total] = [counts!.created, counts!.updated, counts!.total].map(Number);
  await ctx.db.catalogImport.update({
    where: { id },
    data: {
      created: created!,
      updated: updated!,
      unchanged: total! - created! - updated!,
      withdrawn,
      status: "done",
      finishedAt: ctx.now(),
    },
  });
}

async function countMissing({ db }: ImportCtx, id: string, catalogId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Product" p
    WHERE p."catalogId" = ${catalogId} AND p."withdrawnAt" IS NULL AND NOT EXISTS (
      SELECT FROM "ImportRow" r WHERE r."importId" = ${id} AND r."sku" = p."sku")`;
  return Number(row?.n ?? 0);
}
