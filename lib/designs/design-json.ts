import type { Ctx } from "#lib/context.ts";
import { internal } from "#lib/shared/errors.ts";
import { shownFormat } from "./file-format.ts";
import { offeredFiles } from "./offered-files.ts";
import {
  changesOf,
  type DesignRow,
  findingsOf,
  measuresOf,
  priceOf,
  type RevisionRow,
  specOf,
} from "./row.ts";
import type { DesignPicture, DesignRevision, DesignView, MadeFile } from "./types.ts";

/** Links into a design work for a day; every read of the design makes fresh ones. */
const LINK_SECONDS = 24 * 60 * 60;

type LinkCtx = Pick<Ctx, "adapters">;

/** A design with its newest revision, pictures and files behind links that expire. */
export async function toDesignJson(ctx: LinkCtx, row: DesignRow): Promise<DesignView> {
  const head = row.revisions[0];
  if (!head) throw internal(new Error(`design ${row.id} has no revision`));
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    conversationId: row.conversationId,
    revision: await toRevisionJson(ctx, row.kind, head),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** One revision with all that made it and all that came of it. */
export async function toRevisionJson(
  ctx: LinkCtx,
  kind: string,
  row: RevisionRow,
): Promise<DesignRevision> {
  const [pictures, files] = await Promise.all([
    Promise.all(row.images.map((image) => toPicture(ctx, image))),
    Promise.all(row.files.map((file) => toFile(ctx, file))),
  ]);
  const changes = changesOf(row);
  return {
    id: row.id,
    number: row.number,
    spec: specOf(row),
    prompt: row.prompt,
    enhancedPrompt: row.enhancedPrompt,
    words: row.words,
    seed: row.seed,
    engine: row.engine,
    engineVersion: row.engineVersion,
    providerRequestId: row.providerRequestId,
    measures: measuresOf(row),
    price: priceOf(row),
    findings: findingsOf(row),
    meshHash: row.meshHash,
    changes: changes?.fields ?? [],
    massDeltaG: changes?.massDeltaG ?? 0,
    priceDeltaMinor: changes?.priceDeltaMinor ?? 0,
    newFindings: changes?.newFindings ?? [],
    revertedTo: changes?.revertedTo ?? null,
    pictures,
    files: [...files, ...offeredFiles(ctx, kind, row)],
    createdAt: row.createdAt.toISOString(),
  };
}

/** One picture of a revision behind a link. */
export async function toPicture(
  ctx: LinkCtx,
  image: RevisionRow["images"][number],
): Promise<DesignPicture> {
  const { quality } = image.properties as { quality?: "draft" | "final" };
  return {
    id: image.id,
    url: await ctx.adapters.blob.signedUrl(image.blobKey, { expiresInSeconds: LINK_SECONDS }),
    width: image.width,
    height: image.height,
    view: image.view,
    seed: image.seed,
    quality: quality ?? "final",
  };
}

/** One model file behind a link that saves it under its name. */
export async function toFile(ctx: LinkCtx, file: RevisionRow["files"][number]): Promise<MadeFile> {
  const url = await ctx.adapters.blob.signedUrl(file.blobKey, {
    expiresInSeconds: LINK_SECONDS,
    filename: file.filename,
    disposition: "attachment",
  });
  return {
    format: shownFormat(file.format),
    purpose: file.purpose as MadeFile["purpose"],
    filename: file.filename,
    url,
    bytes: file.bytes,
    sha256: file.sha256,
  };
}
