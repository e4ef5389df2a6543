import { randomUUID } from "node:crypto";
import { LETTER_PROMISED } from "#lib/accounts/letters.ts";
import { type PromisedLetter, sendLetter } from "#lib/accounts/send-letter.ts";
import { createAccount } from "#lib/accounts/sign-up.ts";
import { adapters } from "#lib/adapters/index.ts";
import type { Actor, Ctx } from "#lib/context.ts";
import type { AppError } from "#lib/shared/errors.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { db } from "../http/environment.ts";

export interface Person {
  userId: string;
  email: string;
  workspaceId: string;
  ctx: Ctx;
}

/** The context of an actor, with the real adapters. */
export function contextOf(actor: Actor, now: () => Date = () => new Date()): Ctx {
  return { actor, db, now, adapters: adapters() };
}

export const guest = () => contextOf({ type: "guest" });

/** A person with a confirmed address and a personal workspace, signed in; without a password. */
export async function makePerson(role: "user" | "atelier" | "admin" = "user"): Promise<Person> {
  const email = `${randomUUID()}@example.test`;
  const account = { email, role, emailVerified: new Date() };
  const { id, workspaceId } = await db.$transaction((tx) => createAccount(tx, account));
  return { userId: id, email, workspaceId, ctx: contextOf({ type: "user", userId: id, role }) };
}

/** An API key's context of the person's. */
export function keyContext(person: Person, scopes: string[] = ["read", "write"]): Ctx {
  const { userId, workspaceId } = person;
  return contextOf({ type: "api-key", userId, keyId: randomUUID(), workspaceId, scopes });
}

/** What the call was refused with; fails when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<AppError> {
  const outcome = await call.then(
    () => null,
    (error: unknown) => error,
  );
  if (!isAppError(outcome)) throw new Error(`not refused: ${outcome}`, { cause: outcome });
  return outcome;
}

/** Sends the letters that are promised, as the durable function does. */
export async function deliverLetters(ctx = guest()): Promise<void> {
  const promised = await db.outboxEvent.findMany({
    where: { name: LETTER_PROMISED },
    orderBy: { createdAt: "asc" },
  });
  for (const { data } of promised) await sendLetter(ctx, data as unknown as PromisedLetter);
}

/** The newest mail to an address. */
export async function lastMailTo(to: string) {
  await deliverLetters();
  return db.mail.findFirstOrThrow({ where: { to }, orderBy: { createdAt: "desc" } });
}

/** The token in a mail's link. */
export function tokenIn(text: string): string {
  const token = /(?:token=|\/reset\/)([\w-]{40,})/.exec(text)?.[1];
  if (!token) throw new Error(`no token in ${text}`);
  return token;
}
