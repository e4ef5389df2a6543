import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPrisma,
  RateLimiterRes,
} from "rate-limiter-flexible";
import type { Db } from "../db.ts";
import { rateLimited } from "../shared/errors.ts";

/** So many points within so many seconds, counted for each subject (a person, an address). */
export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

export interface LimitState extends Limit {
  remaining: number;
  /** Until all points are back. */
  resetSeconds: number;
}

const memoryLimiters = new Map<string, RateLimiterAbstract>();
const databaseLimiters = new WeakMap<Db, Map<string, RateLimiterAbstract>>();

function madeOnce(
  limiters: Map<string, RateLimiterAbstract>,
  { name, points, seconds }: Limit,
  make: () => RateLimiterAbstract,
): RateLimiterAbstract {
  const key = `${name}:${points}/${seconds}`;
  const limiter = limiters.get(key) ?? make();
  limiters.set(key, limiter);
  return limiter;
}

function memoryLimiter(limit: Limit): RateLimiterAbstract {
  const { points, seconds: duration, name: keyPrefix } = limit;
  return madeOnce(
    memoryLimiters,
    limit,
    () => new RateLimiterMemory({ points, duration, keyPrefix }),
  );
}

/** Counted in the database, so it holds across restarts and instances; in memory while that is away. */
function databaseLimiter(db: Db, limit: Limit): RateLimiterAbstract {
  const limiters = databaseLimiters.get(db) ?? new Map<string, RateLimiterAbstract>();
  databaseLimiters.set(db, limiters);
  return madeOnce(
    limiters,
    limit,
    () =>
      new RateLimiterPrisma({
        storeClient: db,
        tableName: "rateLimiterFlexible",
        points: limit.points,
        duration: limit.seconds,
        keyPrefix: limit.name,
        insuranceLimiter: memoryLimiter(limit),
      }),
  );
}

async function consume(
  limiter: RateLimiterAbstract,
  limit: Limit,
  subject: string,
): Promise<LimitState> {
  try {
    return toState(limit, await limiter.consume(subject));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const state = toState(limit, refusal);
    throw rateLimited(state.resetSeconds, { ...state });
  }
}

function toState(limit: Limit, result: RateLimiterRes): LimitState {
  const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
  return { ...limit, remaining: Math.max(0, result.remainingPoints), resetSeconds };
}

/** Takes one point of a subject. Throws `rate_limited`, with the time to wait, when none is left. */
export function takePoint(db: Db, limit: Limit, subject: string): Promise<LimitState> {
  return consume(databaseLimiter(db, limit), limit, subject);
}

/** The same, counted in this process alone: costs nothing, holds until a restart. */
export function takePointInMemory(limit: Limit, subject: string): Promise<LimitState> {
  return consume(memoryLimiter(limit), limit, subject);
}

/** Gives one point back: what it was taken for went well, and only failures count. */
export async function returnPoint(db: Db, limit: Limit, subject: string): Promise<void> {
  await databaseLimiter(db, limit).reward(subject, 1);
}

/** Gives a subject all its points back, e.g. after the right password. */
export async function clearPoints(db: Db, limit: Limit, subject: string): Promise<void> {
  await databaseLimiter(db, limit).delete(subject);
}
