import { v7 as timeOrderedId } from "uuid";
import type { ModelFileBytes } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { fileNameOf } from "#lib/kernel/export/file-names.ts";
import { writeManifest } from "#lib/kernel/export/manifest.ts";
import type { ExportFile } from "#lib/kernel/export/types.ts";
import { sha256Hex } from "#lib/kernel/sha256.ts";
import { isSizeRun } from "./file-format.ts";
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
  const { stored, all } = await storeFiles(ctx, owner, kept);
  await storeManifest(ctx, owner, all);
  return stored;
}

interface Stored {
  /** Rows of what was stored now. */
  stored: FileRow[];
  /** Rows of all models the revision has then, by format. */
  all: FileRow[];
}

/** Stores the bytes side by side and then all their rows in one statement, each in place of the one of its format. */
async function storeFiles(
  ctx: Ctx,
  { revision, jobId }: FilesOwner,
  files: readonly ModelFileBytes[],
): Promise<Stored> {
  const columns = await Promise.all(
    files.map(async ({ format, filename, purpose, bytes }) => {
      const blobKey = `designs/${revision.design.id}/${revision.id}/${filename}`;
      const contentType = modelMediaType(format);
      const stored = await ctx.adapters.blob.put(blobKey, bytes, { contentType });
      return { id: timeOrderedId(), format, purpose, filename, blobKey, ...stored };
    }),
  );
  const rows = await ctx.db.$queryRaw<(FileRow & { isNew: boolean })[]>`
    WITH stored AS (
      INSERT INTO "ModelFile" ("id", "revisionId", "jobId", "format", "purpose", "filename", "blobKey", "bytes",
        "sha256", "createdAt")
      SELECT "id", ${revision.id}, ${jobId}, "format", "purpose", "filename", "blobKey", "bytes", "sha256",
        now() AT TIME ZONE 'UTC'
      FROM jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) AS file("id" text, "format" text, "purpose" text,
        "filename" text, "blobKey" text, "bytes" int, "sha256" text)
      ORDER BY "format"
      ON CONFLICT ("revisionId", "format") DO UPDATE SET "jobId" = EXCLUDED."jobId", "purpose" = EXCLUDED."purpose",
        "filename" = EXCLUDED."filename", "blobKey" = EXCLUDED."blobKey", "bytes" = EXCLUDED."bytes",
        "sha256" = EXCLUDED."sha256"
      RETURNING "format", "purpose", "filename", "blobKey", "bytes", "sha256"
    )
    SELECT *, true AS "isNew" FROM stored
    UNION ALL
    SELECT "format", "purpose", "filename", "blobKey", "bytes", "sha256", false FROM "ModelFile"
    WHERE "revisionId" = ${revision.id} AND "format" NOT IN (SELECT "format" FROM stored)
    ORDER BY "format"`;
  const all = rows.map(({ isNew: _, ...row }) => row);
  return { stored: all.filter((_, index) => rows[index]!.isNew), all: all.filter(isModel) };
}

const isModel = ({ format }: FileRow): boolean => !isSizeRun(format) && format !== "manifest";

/** Written until it lists what is there: of two files made at once the later one finds both. */
async function storeManifest(ctx: Ctx, owner: FilesOwner, all: FileRow[]): Promise<void> {
  let listed = all;
  for (;;) {
    await storeFiles(ctx, owner, [manifestOf(owner, listed)]);
    // Read by itself: what the writing statement saw is older than what it wrote.
    const now = await listModels(ctx, owner);
    if (hashes(now) === hashes(listed)) return;
    listed = now;
  }
}

async function listModels(ctx: Ctx, { revision }: FilesOwner): Promise<FileRow[]> {
  const rows = await ctx.db.modelFile.findMany({
    where: { revisionId: revision.id },
    orderBy: { format: "asc" },
    select: revisionSelect.files.select,
  });
  return rows.filter(isModel);
}

const hashes = (rows: readonly FileRow[]): string => rows.map(({ sha256 }) => sha256).join();

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
