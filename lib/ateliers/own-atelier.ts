import type { Prisma } from "#generated/prisma/client.ts";
import { actorUserId } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import type { Tx } from "#lib/db.ts";
import { forbidden, notFound } from "#lib/shared/errors.ts";

/** What everything that an atelier does for itself goes by. */
const ownSelect = {
  id: true,
  ownerId: true,
  name: true,
  status: true,
  statusReason: true,
  country: true,
  currency: true,
  leadTimeDays: true,
  minimumOrderMinor: true,
  rateCardVersion: true,
} satisfies Prisma.AtelierSelect;

export type OwnAtelier = Prisma.AtelierGetPayload<{ select: typeof ownSelect }>;

type ReadCtx = Pick<Ctx, "actor"> & { db: Pick<Tx, "atelier"> };

/** The acting person's atelier in whatever state, or null. Throws `unauthenticated` for a guest. */
export async function findOwnAtelier(ctx: ReadCtx): Promise<OwnAtelier | null> {
  const ownerId = actorUserId(ctx.actor);
  return ctx.db.atelier.findUnique({ where: { ownerId }, select: ownSelect });
}

/**
 * The acting person's approved atelier: what the desk's verbs begin with. Throws `unauthenticated` for a guest,
 * `not_found` for a person without an atelier, `forbidden` while it is not approved.
 */
export async function requireOwnAtelier(ctx: ReadCtx): Promise<OwnAtelier> {
  const own = await findOwnAtelier(ctx);
  if (!own) throw notFound("atelier of yours");
  if (own.status === "approved") return own;
  throw forbidden(REFUSALS[own.status]);
}

const REFUSALS = {
  pending: "Your atelier waits for approval. You will get a mail when it is looked at.",
  refused: "Your atelier was not approved. Read why on its page, change it and send it again.",
  suspended: "Your atelier is suspended. Read why on its page.",
} as const;
