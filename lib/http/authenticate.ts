import { findApiKeyActor } from "../accounts/api-key.ts";
import { findSessionActor, sessionCookieName } from "../accounts/session.ts";
import type { Actor } from "../context.ts";
import type { Db } from "../db.ts";
import { unauthenticated } from "../shared/errors.ts";

export interface Identified {
  actor: Actor;
  /** True when a cookie says who it is: browsers send it along unasked, so the origin counts. */
  byCookie: boolean;
}

export interface AuthenticateOptions {
  db: Db;
  secret: string | undefined;
  now: Date;
}

const BEARER = /^Bearer\s+(\S+)$/i;

/**
 * Who sends the request: by `Authorization: Bearer mq_…`, else by session cookie, else a guest.
 * Throws `unauthenticated` for a key that is not valid: answering as a guest would hide the mistake.
 */
export async function authenticate(
  headers: Headers,
  { db, secret, now }: AuthenticateOptions,
): Promise<Identified> {
  const authorization = headers.get("authorization");
  if (authorization) {
    const key = BEARER.exec(authorization)?.[1];
    const actor = key ? await findApiKeyActor(db, key, now) : null;
    if (!actor) throw unauthenticated("This API key is not valid.");
    return { actor, byCookie: false };
  }
  const cookie = findSessionCookie(headers.get("cookie"));
  const actor = cookie && secret ? await findSessionActor(db, cookie, { secret }) : null;
  return actor ? { actor, byCookie: true } : { actor: { type: "guest" }, byCookie: false };
}

function findSessionCookie(header: string | null): string | null {
  const names = [sessionCookieName(true), sessionCookieName(false)];
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (names.includes(pair.slice(0, at).trim())) return pair.slice(at + 1).trim();
  }
  return null;
}
