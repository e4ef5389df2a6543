import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Actor } from "../context.ts";
import type { Db } from "../db.ts";

/** Sessions last 30 days. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const tokenSchema = z.object({ uid: z.string(), epoch: z.number() });

export interface SessionOptions {
  secret: string;
}

/** Name of next-auth's session cookie; browsers take the prefixed one over https alone. */
export function sessionCookieName(https: boolean): string {
  return https ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** A signed and encrypted session (JWE), readable by next-auth and by `findSessionActor`. */
export function encodeSession(
  user: { id: string; sessionEpoch: number },
  { secret }: SessionOptions,
): Promise<string> {
  const token = { sub: user.id, uid: user.id, epoch: user.sessionEpoch };
  return encode({ token, secret, maxAge: SESSION_SECONDS });
}

/**
 * Who the session cookie stands for, or null: expired, forged, of a person who is gone, or made
 * before the last password change (its epoch is not the person's any more).
 */
export async function findSessionActor(
  db: Db,
  cookie: string,
  { secret }: SessionOptions,
): Promise<Extract<Actor, { type: "user" }> | null> {
  const token = tokenSchema.safeParse(await decode({ token: cookie, secret }).catch(() => null));
  if (!token.success) return null;
  const user = await db.user.findUnique({
    where: { id: token.data.uid },
    select: { id: true, role: true, sessionEpoch: true },
  });
  if (!user || user.sessionEpoch !== token.data.epoch) return null;
  return { type: "user", userId: user.id, role: user.role };
}
