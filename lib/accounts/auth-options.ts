import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import Credentials from "next-auth/providers/credentials";
import { db } from "../db.ts";
import { env } from "../env.ts";
import { isAppError } from "../shared/errors.ts";
import { findUser } from "./find-user.ts";
import { SESSION_SECONDS } from "./session.ts";
import { signIn } from "./sign-in.ts";

/** What `authorize` hands to the JWT callback. */
interface SignedIn {
  id: string;
  sessionEpoch: number;
}

const credentials = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(given, request) {
    const { email = "", password = "" } = given ?? {};
    const address = String(request.headers?.["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)
      ?.trim();
    try {
      return await signIn({ db: db() }, { email, password }, address || "unknown");
    } catch (error) {
      if (isAppError(error) || (error instanceof Error && error.name === "ZodError")) return null;
      throw error;
    }
  },
});

/** next-auth's set-up: credentials, sessions as JWT, tables ready for OAuth providers. */
export function authOptions(): NextAuthOptions {
  const { NEXTAUTH_SECRET } = env();
  return {
    adapter: PrismaAdapter(db()) as Adapter,
    ...(NEXTAUTH_SECRET ? { secret: NEXTAUTH_SECRET } : {}),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/signin", error: "/signin" },
    providers: [credentials],
    callbacks: {
      async jwt({ token, user }) {
        if (!user) return token;
        const known = user as Partial<SignedIn> & { id: string };
        const epoch = known.sessionEpoch ?? (await findUser(db(), user.id))?.sessionEpoch;
        return { ...token, sub: user.id, uid: user.id, epoch };
      },
      async session({ session, token }) {
        const user = typeof token.uid === "string" ? await findUser(db(), token.uid) : null;
        if (!user || user.sessionEpoch !== token.epoch)
          return { expires: new Date(0).toISOString() };
        const { id, name, email, role } = user;
        return { ...session, user: { id, name, email, role } };
      },
    },
  };
}
