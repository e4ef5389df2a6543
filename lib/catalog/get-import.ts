import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";
import { requireAdmin } from "#lib/accounts/require-admin.ts";
import type { Ctx } from "#lib/context.ts";
import { notFound } from "#lib/shared/errors.ts";

const importSelect = {
  id: true,
  jobId: true,
  filename: true,
  format: true,
  dryRun: true,
  replace: true,
  status: true,
  rowsRead: true,
  rowsBad: true,
  created: true,
  updated: true,
  unchanged: true,
  withdrawn: true,
  error: true,
  createdAt: true,
  finishedAt: true,
  catalog: { select: { slug: true } },
} satisfies Prisma.CatalogImportSelect;

export type ImportView = Prisma.CatalogImportGetPayload<{ select: typeof importSelect }>;

/** One row's problem, as the report lists it. */
export interface ProblemView {
  row: number;
  sku: string | null;
  field: string | null;
  message: string;
  warning: boolean;
}

const MOST_SHOWN = 200;
const MOST_LISTED = 20;

export const importForm = z.object({
  id: z.string(),
  jobId: z.string().nullable(),
  filename: z.string(),
  format: z.string(),
  dryRun: z.boolean(),
  replace: z.boolean(),
  status: z.enum(["reading", "merging", "done", "failed"]),
  rowsRead: z.number().int(),
  rowsBad: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  withdrawn: z.number().int(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  catalog: z.object({ slug: z.string() }),
  problems: z.array(
    z.object({
      row: z.number().int(),
      sku: z.string().nullable(),
      field: z.string().nullable(),
      message: z.string(),
      warning: z.boolean(),
    }),
  ),
});

/** An import with the problems of its rows from `afterRow` on, 200 at a time. Admins only. Throws `not_found`. */
export async function getImport(
  ctx: Ctx,
  { importId, afterRow = 0 }: { importId: string; afterRow?: number },
): Promise<ImportView & { problems: ProblemView[] }> {
  await requireAdmin(ctx);
  const run = await ctx.db.catalogImport.findUnique({
    where: { id: importId },
    select: importSelect,
  });
  if (!run) throw notFound("import");
  const problems = await ctx.db.importProblem.findMany({
    where: { importId, row: { gt: afterRow } },
    orderBy: [{ row: "asc" }, { id: "asc" }],
    take: MOST_SHOWN,
    select: { row: true, sku: true, field: true, message: true, warning: true },
  });
  return { ...run, problems };
}

/** The newest imports. Admins only. */
export async function listImports(ctx: Ctx): Promise<ImportView[]> {
  await requireAdmin(ctx);
  return ctx.db.catalogImport.findMany({
    orderBy: { createdAt: "desc" },
    take: MOST_LISTED,
    select: importSelect,
  });
}
