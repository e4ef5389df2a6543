import { actorUserId } from "#lib/accounts/scope.ts";
import type { PictureView } from "#lib/adapters/inference/port.ts";
import type { Ctx } from "#lib/context.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { headOf } from "./edit-design.ts";
import { requireDesign } from "./find-design.ts";
import {
  MAX_PICTURES,
  PICTURE_SIZE_PX,
  PICTURE_VIEWS,
  type PictureLook,
  parseSeed,
  pictureId,
  type RequestedPicture,
  randomSeed,
  SEED_LIMIT,
  toLook,
} from "./pictures.ts";
import { findRequestedJob, startPictures } from "./start-jobs.ts";

export interface RequestPicturesInput {
  designId: string;
  /** Views to draw; by default the one that sells it. */
  views?: string[];
  /** Variations of each view, 1 to 4; views × count is at most 4. */
  count?: number;
  /** Seed of the first variation; by default a random one. */
  seed?: number;
  lights?: PictureLook["lights"];
  background?: PictureLook["background"];
  messageId?: string;
  /** UUID of the request: the same again answers the first job. */
  effectId?: string;
}

/**
 * Starts a job that draws more views or seeded variations of the newest revision.
 * Throws `invalid_input` (view, count, seed), `not_found`.
 */
export async function requestPictures(
  ctx: Ctx,
  input: RequestPicturesInput,
): Promise<{ jobId: string; pictures: { id: string; view: PictureView; seed: number }[] }> {
  const row = await requireDesign(ctx, input.designId, "write");
  const head = headOf(row);
  const pictures = parseRequest(input);
  const jobId = await ctx.db.$transaction(async (tx) => {
    const earlier = input.effectId && (await findRequestedJob(tx, row.id, input.effectId));
    if (earlier) return earlier;
    const owner = {
      workspaceId: row.workspaceId,
      conversationId: row.conversationId,
      createdById: actorUserId(ctx.actor),
      designId: row.id,
      revisionId: head.id,
      messageId: input.messageId ?? null,
    };
    return startPictures(tx, owner, pictures, input.effectId);
  });
  await flushOutbox(ctx.db);
  const named = pictures.map(({ view, seed }) => ({
    id: pictureId(head.id, { ...toLook(input), view, seed }),
    view,
    seed,
  }));
  return { jobId, pictures: named };
}

function parseRequest(input: RequestPicturesInput): RequestedPicture[] {
  const views = (input.views ?? ["hero"]).map(parseView);
  const count = input.count ?? 1;
  const isCount = Number.isInteger(count) && count >= 1;
  if (!isCount || views.length === 0 || views.length * count > MAX_PICTURES) {
    throw invalidInput(`Ask for 1 to ${MAX_PICTURES} pictures at a time.`, {
      details: { field: "count", minimum: 1, maximum: MAX_PICTURES },
    });
  }
  const seed = parseSeed(input.seed ?? randomSeed());
  return views.flatMap((view) =>
    Array.from({ length: count }, (_, index) => ({
      ...toLook(input),
      view,
      seed: (seed + index) % SEED_LIMIT,
      sizePx: PICTURE_SIZE_PX,
    })),
  );
}

function parseView(view: string): PictureView {
  const known = PICTURE_VIEWS.find((one) => one === view);
  if (known) return known;
  throw invalidInput(`There is no view "${view}". There are: ${PICTURE_VIEWS.join(", ")}.`, {
    details: { field: "views", value: view, allowed: PICTURE_VIEWS },
  });
}
