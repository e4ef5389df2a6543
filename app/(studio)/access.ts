import { notFound, redirect } from "next/navigation";
import type { Ctx } from "#lib/context.ts";
import { sessionContext } from "#lib/http/context.ts";
import { isAppError } from "#lib/shared/errors.ts";

/** The context of someone signed in; others sign in first and come back to `path`. */
export async function signedInContext(path: string): Promise<Ctx> {
  const ctx = await sessionContext();
  if (ctx.actor.type === "guest") redirect(`/signin?next=${encodeURIComponent(path)}`);
  return ctx;
}

/** What a verb answers; its `not_found` becomes the page that says so. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") notFound();
    throw error;
  }
}
