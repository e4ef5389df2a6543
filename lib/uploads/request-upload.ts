import { v7 as uuid } from "uuid";
import { workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { env } from "#lib/env.ts";
import { tooManyBytes } from "#lib/images/clean-picture.ts";
import { uploadPlace } from "./place.ts";

const LINK_SECONDS = 15 * 60;

export interface RequestedUpload {
  /** Name it in the field `uploads` of a form. */
  uploadId: string;
  method: "PUT";
  url: string;
  headers: Record<string, string>;
  expiresAt: Date;
}

/**
 * Where a browser may send one file itself, when the file store takes it; null: send it in the form. What
 * came is taken by a form that names it within the hour. Throws `too_large`.
 */
export async function requestUpload(
  ctx: Ctx,
  input: { contentType: string; bytes: number },
): Promise<RequestedUpload | null> {
  workspaceScope(ctx.actor, "write");
  if (input.bytes > env().MAX_FILE_SIZE) throw tooManyBytes(env().MAX_FILE_SIZE);
  const { directUploads } = ctx.adapters.blob;
  if (!directUploads) return null;
  const uploadId = uuid();
  const link = await directUploads.link(uploadPlace(ctx.actor, uploadId), {
    ...input,
    expiresInSeconds: LINK_SECONDS,
  });
  const expiresAt = new Date(ctx.now().getTime() + LINK_SECONDS * 1000);
  return { uploadId, method: "PUT", ...link, expiresAt };
}
