import { v7 as newUuid } from "uuid";
import { z } from "zod";
import { actorUserId, workspaceScope } from "#lib/accounts/scope.ts";
import type { Ctx } from "#lib/context.ts";
import { type Limit, takePoint } from "#lib/limits/take-point.ts";
import { notify } from "#lib/notices/notify.ts";
import { flushOutbox } from "#lib/outbox/flush-outbox.ts";
import { dropProof, lockProof, type NewProof } from "#lib/proofs/lock-proof.ts";
import { LARGEST_INT } from "#lib/shared/cursor.ts";
import { AppError, invalidInput, notFound } from "#lib/shared/errors.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { futureDay } from "./dates.ts";
import { quoteNotice } from "./notices.ts";

/** However it is asked: by a page, REST or a program's tool. */
const QUOTE_REQUESTS: Limit = { name: "request-quotes", points: 30, seconds: 3600 };
const MOST_ATELIERS = 10;
const MOST_PIECES = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** An atelier has this long to answer. */
const ANSWER_DAYS = 14;

/** What a person asks ateliers. */
export const requestQuotesForm = z.object({
  designId: z.string().min(1),
  revision: z
    .number()
    .int()
    .positive()
    .optional()
    .describe("The revision you looked at; 409 with the difference when it is not the newest."),
  atelierIds: z.array(z.string().min(1)).min(1).max(MOST_ATELIERS),
  quantity: z.number().int().min(1).max(MOST_PIECES).default(1),
  note: z.string().trim().max(4000).default(""),
  currency: z.enum(CURRENCIES).default("EUR"),
  budgetMinor: z.number().int().min(1).max(LARGEST_INT).optional(),
  neededBy: z.iso.date().optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "A country is two letters, as in DE.")
    .optional(),
});

export type RequestQuotesInput = z.output<typeof requestQuotesForm> & {
  /** UUID under which this is asked once: the same again answers the first. */
  effectId?: string | undefined;
};

export interface RequestedQuotes {
  requestId: string;
  proofId: string;
  /** SHA-256 of the locked proof. */
  proofSha256: string;
  quotes: { id: string; atelierId: string; atelier: string }[];
}

/**
 * Locks the design's newest revision as a proof and asks every named atelier for an offer. Throws `not_found` (design,
 * atelier), `invalid_input` (own atelier, day), `conflict` (revision changed, files not ready), `rate_limited` (30 an hour), `rule_broken` (an example
 * profile that nobody answers for).
 */
export async function requestQuotes(ctx: Ctx, input: RequestQuotesInput): Promise<RequestedQuotes> {
  workspaceScope(ctx.actor, "write");
  const made = await findAsked(ctx, input.effectId);
  if (made) return made;
  await takePoint(ctx.db, QUOTE_REQUESTS, actorUserId(ctx.actor));
  const neededBy = futureDay(input.neededBy, "neededBy", ctx.now());
  const ateliers = await requireAteliers(ctx, [...new Set(input.atelierIds)]);
  const { designId, revision, note } = input;
  const proof = await lockProof(ctx, { designId, note, ...(revision && { revision }) });
  try {
    const asked = await writeRequest(ctx, { input, neededBy, ateliers, proof });
    await flushOutbox(ctx.db);
    return asked;
  } catch (error) {
    await dropProof(ctx, proof);
    // The same request came twice at once: the other one has asked.
    const first = await findAsked(ctx, input.effectId);
    if (first) return first;
    throw error;
  }
}

/** What was asked before under the same id; null where that is new. */
async function findAsked(ctx: Ctx, effectId: string | undefined): Promise<RequestedQuotes | null> {
  if (!effectId) return null;
  const row = await ctx.db.quoteRequest.findFirst({
    where: { id: effectId, ...workspaceScope(ctx.actor, "read") },
    select: {
      id: true,
      proof: { select: { id: true, sha256: true } },
      quotes: { select: { id: true, atelierId: true, atelier: { select: { name: true } } } },
    },
  });
  if (!row) return null;
  return {
    requestId: row.id,
    proofId: row.proof.id,
    proofSha256: row.proof.sha256,
    quotes: row.quotes.map(({ atelier, ...quote }) => ({ ...quote, atelier: atelier.name })),
  };
}

export interface AskedAtelier {
  id: string;
  name: string;
  ownerId: string;
  currency: string;
}

/** Ateliers the person may ask. Throws `not_found`, `invalid_input` (own atelier), `rule_broken` (example profile). */
export async function requireAteliers(ctx: Ctx, ids: string[]): Promise<AskedAtelier[]> {
  const rows = await ctx.db.atelier.findMany({
    where: { id: { in: ids }, status: "approved" },
    select: { id: true, name: true, ownerId: true, currency: true },
  });
  if (rows.length < ids.length) throw notFound("atelier");
  const userId = actorUserId(ctx.actor);
  return rows.map(({ ownerId, ...row }) => {
    if (ownerId === userId) throw invalidInput("This is your own atelier; ask another.");
    if (ownerId === null) throw nobodyThere(row);
    return { ...row, ownerId };
  });
}

const nobodyThere = ({ id, name }: { id: string; name: string }) =>
  new AppError(
    "rule_broken",
    `${name} is an example profile: nobody there can answer. Choose another.`,
    {
      details: { field: "atelierIds", value: id, reason: "example_profile" },
    },
  );

interface NewRequest {
  input: RequestQuotesInput;
  neededBy: Date | null;
  ateliers: readonly AskedAtelier[];
  proof: NewProof;
}

async function writeRequest(
  ctx: Ctx,
  { input, neededBy, ateliers, proof }: NewRequest,
): Promise<RequestedQuotes> {
  const { workspaceId, createdById } = proof;
  const request = { id: input.effectId ?? newUuid(), workspaceId, createdById, proofId: proof.id };
  const at = ctx.now();
  const expiresAt = new Date(at.getTime() + ANSWER_DAYS * DAY_MS);
  const quotes = ateliers.map((atelier) => ({ id: newUuid(), atelier }));
  const { quantity, currency, budgetMinor = null, country = null } = input;
  await ctx.db.$transaction(async (tx) => {
    await tx.proof.create({ data: proof });
    await tx.quoteRequest.create({
      data: { ...request, quantity, currency, budgetMinor, country, neededBy, createdAt: at },
    });
    await tx.quote.createMany({
      data: quotes.map(({ id, atelier }) => {
        const rows = { id, requestId: request.id, workspaceId, atelierId: atelier.id };
        const { currency: own } = atelier;
        return { ...rows, currency: own, expiresAt, createdAt: at, activeAt: at };
      }),
    });
    const told = quotes.flatMap(({ id, atelier }) => {
      const quote = { id, atelier, request: { createdById, proof } };
      return quoteNotice(quote, "atelier", {
        title: `A request for ${proof.title}`,
        text: `Somebody asks what ${quantity === 1 ? "it" : `${quantity} of it`} would cost. Answer within ${ANSWER_DAYS} days.`,
        key: "asked",
      });
    });
    await notify(tx, told);
  });
  return {
    requestId: request.id,
    proofId: proof.id,
    proofSha256: proof.sha256,
    quotes: quotes.map(({ id, atelier }) => ({ id, atelierId: atelier.id, atelier: atelier.name })),
  };
}
