import type { ModelFileBytes } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { fileNameOf } from "#lib/kernel/export/file-names.ts";
import { writeManifest } from "#lib/kernel/export/manifest.ts";
import type { ExportFile } from "#lib/kernel/export/types.ts";
import { sha256Hex } from "#lib/kernel/sha256.ts";
import { SIZE_RUNS } from "./file-format.ts";
import { modelMediaType } from "./model-formats.ts";
import { measuresOf, type RevisionRow, revisionSelect } from "./row.ts";

/** The revision whose files they are. */
export interface FilesOwner {
  revision: Pick<RevisionRow, "id" | "words" | "measures" | "meshHash"> & {
    design: { id: string; kind: string };
  };
  /** The job under which they are listed. */
  jobId: string | null;
  /** Where they come from, as written into them. */
  lineage: Record<string, string>;
}

/** A file's row as a design shows it. */
export type FileRow = RevisionRow["files"][number];

/** Keeps files of a revision's model, one of a format, and the manifest of all that the revision has. Answers the rows. */
export async function storeModelFiles(
  ctx: Ctx,
  owner: FilesOwner,
  files: readonly ModelFileBytes[],
): Promise<FileRow[]> {
  const kept = files.filter(({ format }) => format !== "manifest");
  const rows = await Promise.all(kept.map((file) => storeFile(ctx, owner, file)));
  await storeManifest(ctx, owner);
  return rows;
}

async function storeFile(
  ctx: Ctx,
  { revision, jobId }: FilesOwner,
  file: ModelFileBytes,
): Promise<FileRow> {
  const { format, filename, purpose } = file;
  const blobKey = `designs/${revision.design.id}/${revision.id}/${filename}`;
  const contentType = modelMediaType(format);
  const stored = await ctx.adapters.blob.put(blobKey, file.bytes, { contentType });
  const columns = { ...stored, jobId, purpose, filename, blobKey };
  return ctx.db.modelFile.upsert({
    where: { revisionId_format: { revisionId: revision.id, format } },
    update: columns,
    create: { ...columns, revisionId: revision.id, format },
    select: revisionSelect.files.select,
  });
}

/** Written until it lists what is there: of two files made at once the later one finds both. */
async function storeManifest(ctx: Ctx, owner: FilesOwner): Promise<void> {
  let listed = await listFiles(ctx, owner);
  for (;;) {
    await storeFile(ctx, owner, manifestOf(owner, listed));
    const now = await listFiles(ctx, owner);
    if (hashes(now) === hashes(listed)) return;
    listed = now;
  }
}

const hashes = (rows: readonly FileRow[]): string => rows.map(({ sha256 }) => sha256).join();

async function listFiles(ctx: Ctx, { revision }: FilesOwner): Promise<FileRow[]> {
  return ctx.db.modelFile.findMany({
    where: { revisionId: revision.id, NOT: [SIZE_RUNS, { format: "manifest" }] },
    orderBy: { format: "asc" },
    select: revisionSelect.files.select,
  });
}

function manifestOf({ revision, lineage }: FilesOwner, rows: readonly FileRow[]): ModelFileBytes {
  const { kind } = revision.design;
  const described = {
    kind,
    words: revision.words ?? "",
    measures: measuresOf(revision)!,
    meshHash: revision.meshHash ?? "",
  };
  const files = rows.map((row) => ({
    ...row,
    format: row.format as ExportFile["format"],
    purpose: row.purpose as ExportFile["purpose"],
  }));
  const bytes = writeManifest(described, files, lineage);
  return { ...fileNameOf("manifest", { kind, cast: false }), bytes, sha256: sha256Hex(bytes) };
}
