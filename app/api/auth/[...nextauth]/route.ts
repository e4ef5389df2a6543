import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/accounts/auth-options.ts";

type Args = { params: Promise<{ nextauth: string[] }> };

/** Options are made at a request: building the site needs no database. */
function handle(request: NextRequest, args: Args): Promise<Response> {
  return NextAuth(request, args, authOptions());
}

export { handle as GET, handle as POST };
