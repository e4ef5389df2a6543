import { createHash } from "node:crypto";
import { v5 as uuidOf } from "uuid";
import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import type { Db } from "../db.ts";
import { conflict, invalidInput } from "../shared/errors.ts";
import type { WireAnswer } from "./answer.ts";

const KEPT_MS = 24 * 60 * 60 * 1000;
/** A request that was cut off by a crash gives its key free after this time. */
const LOCK_MS = 2 * 60 * 1000;
const LONGEST_KEY = 200;
/** Namespace of the names above, made for this alone. */
const EFFECTS = "5c1d3f0e-8a54-4d0b-9a3e-2f6c7be1d904";

export interface IdempotentCall {
  actorId: string;
  /** `POST /api/v1/designs`. */
  route: string;
  key: string;
  requestHash: string;
}

/** The key of the header, or null. Throws `invalid_input` when it is too long or empty. */
export function idempotencyKeyOf(headers: Headers): string | null {
  const key = headers.get("idempotency-key");
  if (key === null) return null;
  if (key.length < 1 || key.length > LONGEST_KEY) {
    throw invalidInput(`An Idempotency-Key has 1 to ${LONGEST_KEY} characters.`, {
      details: { field: "idempotency-key", minimum: 1, maximum: LONGEST_KEY },
    });
  }
  return key;
}

/**
 * Names what a call makes, a UUID: where a crash took the answer before it was kept, the repetition finds by it what
 * the first one made.
 */
export const effectIdOf = ({ actorId, route, key, requestHash }: IdempotentCall): string =>
  uuidOf(JSON.stringify([actorId, route, key, requestHash]), EFFECTS);

/** Tells two requests apart that come under one key. */
export function requestHash(path: string, search: string, body: unknown): string {
  const text = JSON.stringify([path, search, body]);
  return createHash("sha256").update(text).digest("hex");
}

const storedSchema = z.object({ body: z.unknown(), headers: z.record(z.string(), z.string()) });

/**
 * Runs a call once under its key: a repetition gets the first answer again for 24 hours. Throws
 * `conflict` when another request used the key, or (retryable) while the first one still runs.
 * An answer of 5xx is not kept, so the call can be tried again.
 */
export async function runOnce(
  db: Db,
  call: IdempotentCall,
  now: Date,
  run: () => Promise<WireAnswer | Response>,
): Promise<WireAnswer | Response> {
  await sweepExpired(db, now);
  const replay = await claim(db, call, now);
  if (replay) return replay;
  // Only its own claim: another request may have taken over a key that seemed abandoned.
  const { actorId, route, key } = call;
  const where = { actorId, route, key, createdAt: now };
  let kept = false;
  try {
    const result = await run();
    kept = result.status < 500 && result.status !== 429;
    if (kept) await db.idempotencyKey.updateMany({ where, data: toStored(result) });
    return result;
  } finally {
    if (!kept) await db.idempotencyKey.deleteMany({ where });
  }
}

const SWEEP_EVERY_MS = 60 * 60 * 1000;
let sweptAt = 0;

/** Removes keys whose day is over, once an hour at most. */
async function sweepExpired(db: Db, now: Date): Promise<void> {
  if (now.getTime() - sweptAt < SWEEP_EVERY_MS) return;
  sweptAt = now.getTime();
  await db.idempotencyKey.deleteMany({ where: { expiresAt: { lte: now } } });
}

/** Takes the key, or returns the answer given before under it. */
async function claim(db: Db, call: IdempotentCall, now: Date): Promise<WireAnswer | null> {
  const fresh = { createdAt: now, expiresAt: new Date(now.getTime() + KEPT_MS) };
  try {
    await db.idempotencyKey.create({ data: { ...call, ...fresh } });
    return null;
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  const where = { actorId: call.actorId, route: call.route, key: call.key };
  const stale = [
    { expiresAt: { lte: now } },
    { status: null, createdAt: { lte: new Date(now.getTime() - LOCK_MS) } },
  ];
  const taken = await db.idempotencyKey.updateMany({
    where: { ...where, OR: stale },
    data: { ...fresh, requestHash: call.requestHash, status: null, response: Prisma.DbNull },
  });
  if (taken.count === 1) return null;
  const first = await db.idempotencyKey.findFirst({ where });
  if (first && first.requestHash !== call.requestHash) throw otherRequest();
  if (!first || first.status === null) throw stillRunning();
  return toReplay(first.status, first.response);
}

function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}

const otherRequest = () =>
  conflict("This Idempotency-Key was used for another request.", {
    details: { field: "idempotency-key", reason: "other_request" },
  });

const stillRunning = () =>
  conflict("The first request under this Idempotency-Key still runs.", {
    retryable: true,
    retryAfterSeconds: 1,
    details: { field: "idempotency-key", reason: "still_running" },
  });

function toStored(result: WireAnswer | Response) {
  const response =
    result instanceof Response
      ? Prisma.DbNull
      : ({
          body: result.body,
          headers: Object.fromEntries(result.headers),
        } as Prisma.InputJsonValue);
  return { status: result.status, response };
}

function toReplay(status: number, response: unknown): WireAnswer {
  const stored = storedSchema.safeParse(response);
  if (!stored.success) {
    throw conflict("This request was taken before; its answer was a stream and is not kept.", {
      details: { field: "idempotency-key", reason: "not_kept" },
    });
  }
  const headers = new Headers(stored.data.headers);
  headers.set("idempotent-replayed", "true");
  return { status, body: stored.data.body, headers };
}
