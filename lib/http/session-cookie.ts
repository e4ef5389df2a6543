import { cookies, headers } from "next/headers.js";
import { encodeSession, SESSION_SECONDS, sessionCookieName } from "../accounts/session.ts";
import { env } from "../env.ts";
import { siteOrigin } from "./origin.ts";

/** Signs the browser in; call from a server action. */
export async function startSession(user: { id: string; sessionEpoch: number }): Promise<void> {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set. Start Maquette with `npm run up`.");
  const https = siteOrigin(await headers()).startsWith("https:");
  const session = await encodeSession(user, { secret });
  (await cookies()).set(sessionCookieName(https), session, {
    httpOnly: true,
    secure: https,
    sameSite: "lax",
    path: "/",
    maxAge: SESSION_SECONDS,
  });
}

/** Signs the browser out; call from a server action. */
export async function endSession(): Promise<void> {
  const jar = await cookies();
  for (const https of [true, false]) {
    jar.set(sessionCookieName(https), "", { httpOnly: true, secure: https, path: "/", maxAge: 0 });
  }
}
