import { v7 as uuid } from "uuid";
import { z } from "zod";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { createJob } from "#lib/jobs/create-job.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed/row.ts";
import { requireRateOf } from "./rates.ts";

export const IMPORT_JOB = "import-catalog";
export const IMPORT_REQUESTED = "catalog/import.requested";

const yesNo = z
  .union([z.boolean(), z.enum(["true", "false", "1", "0", "on"])])
  .default(false)
  .transform((value) => value === true || value === "true" || value === "1" || value === "on");

/** What one may say of a feed; texts of a form. */
export const importOptions = z.strictObject({
  catalog: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .default("main"),
  /** Default: by the file's name. */
  format: z.enum(FEED_FORMATS).optional(),
  dryRun: yesNo,
  /** Withdraw what the feed lacks. */
  replace: yesNo,
  /** For prices that name none. */
  currency: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  /** For rows that name none. */
  brand: z.string().trim().min(1).max(100).default("No brand"),
});

export type ImportOptions = z.output<typeof importOptions>;

/** What the job's task needs. */
export interface ImportTaskInput {
  importId: string;
  currency: string;
  brand: string;
}

/** Takes a feed and starts the job that reads it. Admins only. Throws `invalid_input` for an unknown format. */
export async function createImport(
  ctx: Ctx,
  { file, options }: { file: UploadedFile | undefined; options: ImportOptions },
): Promise<{ importId: string; jobId: string }> {
  workspaceScope(ctx.actor, "write");
  await requireAdmin(ctx);
  if (!file || file.bytes === 0)
    throw invalidInput("Send a file with rows in it in the field `file`.");
  await requireRateOf(ctx, options.currency);
  const format = options.format ?? formatOf(file.filename);
  const importId = uuid();
  const blobKey = `imports/${importId}.${format}`;
  await ctx.adapters.blob.put(blobKey, file.stream(), { contentType: "application/octet-stream" });
  const feed = { importId, blobKey, format, filename: file.filename };
  const jobId = await writeImport(ctx, feed, options);
  await flushOutbox(ctx.db);
  return { importId, jobId };
}

/** The format a file's name says. Throws `invalid_input` with those there are. */
export function formatOf(filename: string): FeedFormat {
  const ending = filename.toLowerCase().split(".").at(-1) ?? "";
  const known: Record<string, FeedFormat> = {
    ...{ csv: "csv", tsv: "csv", txt: "csv", jsonl: "jsonl", ndjson: "jsonl", xml: "xml" },
  };
  const format = known[ending];
  if (format) return format;
  throw invalidInput("Send a .csv, .jsonl or .xml file, or say its format.", {
    details: { field: "format", allowed: FEED_FORMATS },
  });
}

interface StoredFeed {
  importId: string;
  blobKey: string;
  format: FeedFormat;
  filename: string;
}

async function writeImport(ctx: Ctx, feed: StoredFeed, options: ImportOptions): Promise<string> {
  const { importId, blobKey, format, filename } = feed;
  const { catalog: slug, dryRun, replace, currency, brand } = options;
  const createdById = actorUserId(ctx.actor);
  const workspaceId = await personalWorkspaceId(ctx);
  return ctx.db.$transaction(async (tx) => {
    const catalog = await tx.catalog.upsert({
      where: { slug },
      create: { slug, name: slug },
      update: {},
    });
    const { job } = await createJob(tx, {
      workspaceId,
      createdById,
      kind: IMPORT_JOB,
      input: { ...options },
      tasks: [{ name: filename, input: { importId, currency, brand } satisfies ImportTaskInput }],
      event: { name: IMPORT_REQUESTED },
    });
    const run = { id: importId, catalogId: catalog.id, jobId: job.id, createdById };
    await tx.catalogImport.create({
      data: { ...run, filename, format, dryRun, replace, blobKey },
    });
    return job.id;
  });
}
