import { createHash } from "node:crypto";
import { v7 as newUuid } from "uuid";
import type { Prisma } from "#generated/prisma/client.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { headOf } from "#lib/designs/edit-design.ts";
import { requireDesign, requireRevision } from "#lib/designs/find-design.ts";
import { makeFiles } from "#lib/designs/make-file.ts";
import { MODEL_FORMATS, modelMediaType } from "#lib/designs/model-formats.ts";
import {
  findingsOf,
  measuresOf,
  priceOf,
  type RevisionRow,
  specOf,
  toJson,
} from "#lib/designs/row.ts";
import { OPEN_STATUSES } from "#lib/jobs/types.ts";
import { conflict } from "#lib/shared/errors.ts";
import { changedSince, differenceOf } from "./difference.ts";
import type { ProofPiece } from "./row.ts";

export interface LockProofInput {
  designId: string;
  /** The revision the person looked at; by default the newest. */
  revision?: number;
  note?: string;
}

export type NewProof = Prisma.ProofUncheckedCreateInput & { id: string; title: string };

/** How long the files of a revision usually take. */
const FILES_WITHIN_S = 5;

/**
 * A proof of a design's newest revision, ready to be written: its numbers, and copies of its files that stay when the
 * design goes. Throws `not_found`, and `conflict` when the revision looked at is no longer the newest (with the
 * difference) or its files are still being made.
 */
export async function lockProof(ctx: Ctx, input: LockProofInput): Promise<NewProof> {
  const design = await requireDesign(ctx, input.designId, "write");
  const newest = headOf(design);
  if (input.revision !== undefined && input.revision !== newest.number) {
    const seen = await requireRevision(ctx, design.id, input.revision, "read");
    const difference = differenceOf(design.kind, seen, newest);
    throw changedSince(difference, "Look at it again, then ask.");
  }
  await requireFiles(ctx, design.id, newest);
  // Who makes the piece gets every file of it, also those that nobody asked for yet.
  const of = { designId: design.id, revisionNumber: newest.number };
  await makeFiles(ctx, { ...of, formats: MODEL_FORMATS });
  const head = await requireRevision(ctx, design.id, newest.number, "write");
  const id = newUuid();
  const piece = toPiece(head);
  const note = input.note?.trim() || null;
  const files = await copyFiles(ctx, id, head);
  return {
    id,
    workspaceId: design.workspaceId,
    createdById: actorUserId(ctx.actor),
    designId: design.id,
    revisionId: head.id,
    revisionNumber: head.number,
    kind: design.kind,
    title: design.title,
    piece: toJson(piece),
    note,
    sha256: proofHash({ piece, note, files }),
    createdAt: ctx.now(),
    files: { create: files },
  };
}

/** Removes the copies of a proof that was not written after all. */
export async function dropProof(ctx: Ctx, proof: NewProof): Promise<void> {
  const { blob } = ctx.adapters;
  await blob.delete(await blob.list(`proofs/${proof.id}/`));
}

/** A revision whose model is still being built has numbers of its preview: a proof waits for the final ones. */
async function requireFiles(ctx: Ctx, designId: string, head: RevisionRow): Promise<void> {
  const building = await ctx.db.job.count({
    where: {
      designId,
      kind: "build-model",
      status: { in: OPEN_STATUSES },
      input: { path: ["revisionId"], equals: head.id },
    },
  });
  if (building === 0) return;
  throw conflict("The files of this version are still being made. Try again in a few seconds.", {
    retryable: true,
    retryAfterSeconds: FILES_WITHIN_S,
    details: { reason: "files_not_ready" },
  });
}

function toPiece(row: RevisionRow): ProofPiece {
  return {
    spec: specOf(row),
    words: row.words,
    measures: measuresOf(row),
    price: priceOf(row),
    findings: findingsOf(row),
    meshHash: row.meshHash,
    engine: `${row.engine} ${row.engineVersion}`,
  };
}

type NewFile = Omit<Prisma.ProofFileUncheckedCreateInput, "proofId" | "id"> & { sha256: string };

/** A file of the revision, by where it lies and what it will be called. */
interface Source {
  format: string;
  purpose: string;
  filename: string;
  mediaType: string;
  blobKey: string;
}

async function copyFiles(ctx: Ctx, proofId: string, head: RevisionRow): Promise<NewFile[]> {
  const copies: NewFile[] = [];
  for (const source of sourcesOf(head)) {
    const opened = await ctx.adapters.blob.get(source.blobKey);
    if (!opened) continue;
    const blobKey = `proofs/${proofId}/${copies.length}-${source.format}`;
    // What is sealed stays sealed: a picture may look like somebody.
    const options = { contentType: source.mediaType, personal: opened.personal };
    const stored = await ctx.adapters.blob.put(blobKey, opened.stream, options);
    copies.push({ ...source, blobKey, ...stored });
  }
  return copies;
}

function sourcesOf(head: RevisionRow): Source[] {
  const kept: readonly string[] = [...MODEL_FORMATS, "manifest"];
  const files = head.files
    .filter(({ format }) => kept.includes(format))
    .map(({ format, purpose, filename, blobKey }) => {
      return { format, purpose, filename, blobKey, mediaType: modelMediaType(format) };
    });
  const pictures = head.images
    .filter(({ view }) => view !== "turntable" && view !== "mask")
    .map(({ blobKey, view }, index) => {
      const ending = blobKey.split(".").at(-1) ?? "webp";
      const filename = `${index + 1}-${view ?? "picture"}.${ending}`;
      const mediaType = `image/${ending === "jpg" ? "jpeg" : ending}`;
      return { format: "picture", purpose: "view", filename, mediaType, blobKey };
    });
  return [...pictures, ...files];
}

/** SHA-256, hex, over what was locked: the same piece, note and files give the same hash. */
export function proofHash(of: {
  piece: ProofPiece;
  note: string | null;
  files: readonly { filename: string; sha256: string }[];
}): string {
  const files = of.files.map(({ filename, sha256 }) => [filename, sha256]);
  const text = JSON.stringify([sortKeys(of.piece), of.note, files.sort()]);
  return createHash("sha256").update(text).digest("hex");
}

/** The database gives the keys of JSON back in an order of its own. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sortKeys(item)]));
}
