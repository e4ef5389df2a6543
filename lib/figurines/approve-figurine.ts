import { createHash } from "node:crypto";
import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { conflict } from "#lib/shared/errors.ts";
import { inputOf, ownFigurine, stagesOf } from "./row.ts";
import { openStages } from "./stage-keys.ts";
import { PROOF_STAGES } from "./types.ts";

const HOUR_MS = 60 * 60 * 1000;

export interface ApprovedFigurine {
  figurineId: string;
  designId: string;
  revisionId: string;
  /** SHA-256, hex, over the formats and hashes of the files. */
  hash: string;
  approvedAt: Date;
}

/**
 * Takes the proof for good: locks the files by a hash over them and starts the time after which the face photos go.
 * Approving twice answers the first. Throws `not_found`, `conflict` while a stage is missing.
 */
export async function approveFigurine(ctx: Ctx, figurineId: string): Promise<ApprovedFigurine> {
  const row = await ownFigurine(ctx, figurineId, "write");
  const stages = stagesOf(row);
  const fusion = stages.fusion?.result;
  const open = openStages(inputOf(row), stages);
  if (!fusion || open.some((stage) => PROOF_STAGES.includes(stage)))
    throw conflict(
      "The proof is not ready yet. Wait until every stage is done, or try the one that failed again.",
    );
  const { designId, revisionId } = fusion;
  const hash = await hashOfFiles(ctx, revisionId);
  const now = ctx.now();
  await ctx.db.figurine.updateMany({
    where: { id: row.id, approvedAt: null, jobId: row.jobId },
    data: {
      approvedAt: now,
      approvedHash: hash,
      approvedRevisionId: revisionId,
      photosDueAt: new Date(now.getTime() + env().FACE_RETENTION_HOURS * HOUR_MS),
    },
  });
  const { approvedAt, approvedHash } = await ownFigurine(ctx, figurineId, "write");
  if (!approvedAt || !approvedHash)
    throw conflict("This figurine was changed meanwhile. Look at it again.");
  return { figurineId, designId, revisionId, hash: approvedHash, approvedAt };
}

/** What is approved; sheets and other views made later of the same revision do not touch it. */
const LOCKED_FORMATS = ["3mf", "glb", "stl"];

/** A hash over the models of a revision, in the order of their formats. */
export async function hashOfFiles(ctx: Pick<Ctx, "db">, revisionId: string): Promise<string> {
  const files = await ctx.db.modelFile.findMany({
    where: { revisionId, format: { in: LOCKED_FORMATS } },
    orderBy: { format: "asc" },
    select: { format: true, sha256: true },
  });
  const lines = files.map(({ format, sha256 }) => `${format} ${sha256}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}
