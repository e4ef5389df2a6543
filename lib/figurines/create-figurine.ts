import { v7 as newUuid, v5 as uuidOf } from "uuid";
import { actorUserId, personalWorkspaceId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { toJson } from "#lib/designs/row.ts";
import { env } from "#lib/env.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { requireConsent } from "./consent.ts";
import { lookAtPhotos } from "./look-at-photos.ts";
import { mergeInput } from "./merge-input.ts";
import { type FigurineUpload, STANDARD_INPUT } from "./options.ts";
import { refuseCrop } from "./refuse-crop.ts";
import { inputOf, ownFigurine } from "./row.ts";
import { startMaking } from "./start-making.ts";
import { takeFacePhotos } from "./take-face-photos.ts";
import { STAGES } from "./types.ts";

export interface CreateFigurineInput {
  files: readonly UploadedFile[];
  upload: FigurineUpload;
  /** UUID of the request: the same again answers the first figurine. */
  effectId?: string | undefined;
}

export interface StartedFigurine {
  figurineId: string;
  jobId: string;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Keeps 1 to 3 face photos and starts the job that makes a figurine of one. Throws `invalid_input` (consent, options,
 * file), `too_large`, `unsupported_type`; and `rule_broken` with `figurine_id` where the crop cannot be used: the
 * photos are kept then for a new crop.
 */
export async function createFigurine(
  ctx: Ctx,
  given: CreateFigurineInput,
): Promise<StartedFigurine> {
  const scope = workspaceScope(ctx.actor, "write");
  const { effectId } = given;
  const id = effectId ? uuidOf("figurine", effectId) : newUuid();
  const made = effectId ? await ctx.db.figurine.findFirst({ where: { id, ...scope } }) : null;
  if (made?.jobId) return { figurineId: id, jobId: made.jobId };
  if (!made) await keepFigurine(ctx, id, given);
  const row = await ownFigurine(ctx, id, "write");
  const { photo, crop, eyes, mouth } = given.upload;
  const isOpen = ![photo, crop, eyes, mouth].some((place) => place !== undefined);
  const { input, checks } = await lookAtPhotos(ctx, row, inputOf(row), { isOpen });
  const data = { input: toJson(input), checks: toJson(checks) };
  await ctx.db.figurine.update({ where: { id }, data });
  refuseCrop(id, checks);
  const { workspaceId, createdById } = row;
  const making = { figurineId: id, workspaceId, createdById, stages: STAGES, jobId: effectId };
  const jobId = await ctx.db.$transaction((tx) => startMaking(tx, making));
  await flushOutbox(ctx.db);
  return { figurineId: id, jobId };
}

/** Stores the photos and what is asked for. */
async function keepFigurine(ctx: Ctx, id: string, { files, upload }: CreateFigurineInput) {
  const { subject: _, consent: __, guardian: ___, title, ...changes } = upload;
  const consent = requireConsent(upload);
  const input = mergeInput(STANDARD_INPUT, changes);
  const workspaceId = await personalWorkspaceId(ctx);
  const photos = await takeFacePhotos(ctx, files);
  const now = ctx.now();
  const row = {
    ...{ id, workspaceId, createdById: actorUserId(ctx.actor), title: title || "Figurine" },
    ...{ subject: consent.subject, consentedAt: now, input: toJson(input) },
    guardianAgreedAt: consent.isGuardianAgreed ? now : null,
    photosDueAt: new Date(now.getTime() + env().UPLOAD_RETENTION_DAYS * DAY_MS),
    photos: { create: photos },
  };
  try {
    await ctx.db.figurine.create({ data: row });
  } catch (error) {
    await ctx.adapters.blob.delete(photos.map(({ blobKey }) => blobKey));
    throw error;
  }
}
