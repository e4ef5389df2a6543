import { cookies, headers } from "next/headers.js";
import { cache } from "react";
import { adapters } from "../adapters/index.ts";
import type { Ctx } from "../context.ts";
import { db } from "../db.ts";
import { env } from "../env.ts";
import { authenticate } from "./authenticate.ts";

/** Name of the header that carries a request's id, both ways. */
export const REQUEST_ID_HEADER = "x-request-id";

export interface RequestContext {
  ctx: Ctx & { requestId: string };
  /** True when the session cookie, not a key, said who it is. */
  byCookie: boolean;
}

const GIVEN_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's own request id when it looks like one, else a new one. */
export function requestIdOf(requestHeaders: Headers): string {
  const given = requestHeaders.get(REQUEST_ID_HEADER);
  return given && GIVEN_ID.test(given) ? given : crypto.randomUUID();
}

/** Who sends a request, and what verbs need. Throws `unauthenticated` for a key that is not valid. */
export async function requestContext(requestHeaders: Headers): Promise<RequestContext> {
  const now = () => new Date();
  const identified = await authenticate(requestHeaders, {
    db: db(),
    secret: env().NEXTAUTH_SECRET,
    now: now(),
  });
  return {
    ctx: {
      actor: identified.actor,
      db: db(),
      now,
      adapters: adapters(),
      requestId: requestIdOf(requestHeaders),
    },
    byCookie: identified.byCookie,
  };
}

/** The context of a server component or server action; the layout and its page share one. */
export const sessionContext = cache(async (): Promise<RequestContext["ctx"]> => {
  const cookiesOnly = new Headers(await headers());
  cookiesOnly.delete("authorization");
  // Not the header as sent: a page that an action renders again sees the session it just started.
  cookiesOnly.set("cookie", (await cookies()).toString());
  return (await requestContext(cookiesOnly)).ctx;
});
