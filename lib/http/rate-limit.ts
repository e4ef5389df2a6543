import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPrisma,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Actor } from "../context.ts";
import type { Db } from "../db.ts";
import { rateLimited } from "../shared/errors.ts";
import { clientAddress } from "./client-address.ts";

/** So many points within so many seconds, counted for each person or address. */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

export interface LimitState extends Limit {
  remaining: number;
  resetSeconds: number;
}

/** What any client may send to the API: held in memory, it only keeps one client from all of it. */
export const API_LIMIT: Limit = { name: "api", points: 1200, seconds: 60 };

const memoryLimiters = new Map<string, RateLimiterAbstract>();
const databaseLimiters = new WeakMap<Db, Map<string, RateLimiterAbstract>>();

function limiterKey({ name, points, seconds }: Limit): string {
  return `${name}:${points}/${seconds}`;
}

function memoryLimiter(limit: Limit): RateLimiterAbstract {
  const key = limiterKey(limit);
  const made =
    memoryLimiters.get(key) ??
    new RateLimiterMemory({ points: limit.points, duration: limit.seconds, keyPrefix: limit.name });
  memoryLimiters.set(key, made);
  return made;
}

/** Counted in the database, so it holds across restarts and instances; in memory while that is away. */
function databaseLimiter(db: Db, limit: Limit): RateLimiterAbstract {
  const limiters = databaseLimiters.get(db) ?? new Map<string, RateLimiterAbstract>();
  databaseLimiters.set(db, limiters);
  const key = limiterKey(limit);
  const made =
    limiters.get(key) ??
    new RateLimiterPrisma({
      storeClient: db,
      tableName: "rateLimiterFlexible",
      points: limit.points,
      duration: limit.seconds,
      keyPrefix: limit.name,
      insuranceLimiter: memoryLimiter(limit),
    });
  limiters.set(key, made);
  return made;
}

async function consume(limiter: RateLimiterAbstract, limit: Limit, subject: string) {
  try {
    return toState(limit, await limiter.consume(subject));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw rateLimited(toState(limit, refusal).resetSeconds);
  }
}

function toState(limit: Limit, result: RateLimiterRes): LimitState {
  const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  return { ...limit, remaining: Math.max(0, result.remainingPoints), resetSeconds };
}

/** Takes one point of a subject (an e-mail address, an IP). Throws `rate_limited` when none is left. */
export function takePoint(db: Db, limit: Limit, subject: string): Promise<LimitState> {
  return consume(databaseLimiter(db, limit), limit, subject);
}

/** Gives a subject all its points back, e.g. after the right password. */
export async function clearPoints(db: Db, limit: Limit, subject: string): Promise<void> {
  await databaseLimiter(db, limit).delete(subject);
}

/** Takes one point of the general limit. Throws `rate_limited`. */
export function takeApiPoint(subject: string): Promise<LimitState> {
  return consume(memoryLimiter(API_LIMIT), API_LIMIT, subject);
}

/** Whom a limit counts: the person, or the address of a guest. */
export function limitSubject(actor: Actor, headers: Headers): string {
  return actor.type === "guest" ? `ip:${clientAddress(headers)}` : `user:${actor.userId}`;
}

/** The standard headers (draft-ietf-httpapi-ratelimit-headers) and their older, common form. */
export function limitHeaders(state: LimitState): Record<string, string> {
  return {
    "ratelimit-policy": `"${state.name}";q=${state.points};w=${state.seconds}`,
    ratelimit: `"${state.name}";r=${state.remaining};t=${state.resetSeconds}`,
    "ratelimit-limit": String(state.points),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.resetSeconds),
  };
}
