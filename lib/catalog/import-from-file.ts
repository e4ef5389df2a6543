import type { Ctx } from "#lib/context.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { formatOf, type ImportOptions } from "./create-import.ts";
import type { RowProblem } from "./feed/to-product.ts";
import { failImport, importFeed, MOST_PROBLEMS } from "./import-feed.ts";
import { requireRateOf } from "./rates.ts";

export interface ImportFile {
  filename: string;
  stream: ReadableStream<Uint8Array>;
  options: ImportOptions;
  onProgress?: (read: { rows: number; bad: number }) => void;
}

export interface FileReport {
  created: number;
  updated: number;
  unchanged: number;
  withdrawn: number;
  rowsBad: number;
  /** The first 10,000. */
  problems: RowProblem[];
}

/**
 * Reads a feed from a file into a catalogue at once, without a job: for the command line, whose caller holds the
 * database. Throws `invalid_input` for a file that is none of its format; nothing of it is imported then.
 */
export async function importFromFile(
  ctx: Pick<Ctx, "db" | "now">,
  { filename, stream, options, onProgress }: ImportFile,
): Promise<FileReport> {
  const { catalog: slug, currency, brand, dryRun, replace } = options;
  const format = options.format ?? formatOf(filename);
  await requireRateOf(ctx, currency);
  const catalog = await ctx.db.catalog.upsert({
    where: { slug },
    create: { slug, name: slug },
    update: {},
  });
  const data = { catalogId: catalog.id, filename, format, dryRun, replace };
  const { id: importId } = await ctx.db.catalogImport.create({ data });
  try {
    await importFeed(ctx, {
      importId,
      stream,
      defaults: { currency, brand },
      ...(onProgress && { onProgress: async (read) => onProgress(read) }),
    });
  } catch (error) {
    await failImport(
      ctx,
      importId,
      isAppError(error) ? error.userMessage : "The import broke off.",
    );
    throw error;
  }
  const select = { created: true, updated: true, unchanged: true, withdrawn: true, rowsBad: true };
  const counts = await ctx.db.catalogImport.findUniqueOrThrow({ where: { id: importId }, select });
  const problems = await ctx.db.importProblem.findMany({
    where: { importId },
    orderBy: [{ row: "asc" }, { id: "asc" }],
    take: MOST_PROBLEMS,
    select: { row: true, sku: true, field: true, message: true, warning: true },
  });
  return { ...counts, problems };
}
