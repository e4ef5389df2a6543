import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { UploadedFile } from "#lib/http/multipart.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { conflict } from "#lib/shared/errors.ts";
import { requireStanding } from "./find-order.ts";
import { getOrder } from "./get-order.ts";
import { moveOrder } from "./move-order.ts";
import { orderNotice } from "./notices.ts";
import { dropPhotos, takePhotos } from "./take-photos.ts";
import type { OrderView } from "./types.ts";

export const MOST_MILESTONE_PHOTOS = 6;

/** Steps of making something; `other` says its own in the note. */
export const MILESTONE_STAGES = [
  "model",
  "casting",
  "printing",
  "cutting",
  "sewing",
  "assembly",
  "setting",
  "engraving",
  "finishing",
  "other",
] as const;

export const milestoneForm = z.object({
  stage: z.enum(MILESTONE_STAGES),
  note: z.string().trim().max(1000).optional(),
});

/** Steps shown of one order. */
const MOST_MILESTONES = 100;

export interface AddMilestoneInput extends z.output<typeof milestoneForm> {
  orderId: string;
  photos: readonly UploadedFile[];
  /** UUID of the step: the same again is shown once. */
  effectId?: string | undefined;
}

/**
 * Shows a step of the work; the first one begins it. Throws `not_found`, `conflict` (not confirmed, or sent already) and
 * `unsupported_type` or `invalid_input` for a photo that is none.
 */
export async function addMilestone(ctx: Ctx, input: AddMilestoneInput): Promise<OrderView> {
  const seen = await requireStanding(ctx, input.orderId, "atelier");
  const id = input.effectId ?? newUuid();
  const there = await ctx.db.milestone.count({ where: { id, orderId: seen.id } });
  if (there > 0) return getOrder(ctx, seen.id);
  const shown = await ctx.db.milestone.count({ where: { orderId: seen.id } });
  if (shown >= MOST_MILESTONES) throw conflict(`An order holds ${MOST_MILESTONES} milestones.`);
  const { stage, note } = input;
  const photos = await takePhotos(ctx, `orders/${seen.id}`, input.photos);
  const at = ctx.now();
  const move = { action: "milestone", by: "atelier", actorId: actorUserId(ctx.actor), at } as const;
  try {
    await ctx.db.$transaction(async (tx) => {
      await moveOrder(tx, seen, move);
      await tx.milestone.create({
        data: {
          ...{ id, orderId: seen.id, stage, note: note || null, createdAt: at },
          photos: { create: photos },
        },
      });
      const told = orderNotice(seen, "customer", {
        title: `${seen.proof.title}: ${stage === "other" ? "a new step" : stage}`,
        text: note || `${seen.atelier.name} shows how the work goes.`,
        key: `milestone/${id}`,
      });
      await notify(tx, told);
    });
  } catch (error) {
    await dropPhotos(ctx, photos);
    throw error;
  }
  await flushOutbox(ctx.db);
  return getOrder(ctx, seen.id);
}
