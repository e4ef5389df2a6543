import { cache } from "react";
import { findReaderMoney } from "#lib/accounts/find-reader-money.ts";
import { findProfile } from "#lib/accounts/get-profile.ts";
import { sessionContext } from "#lib/http/context.ts";

/** Whoever looks at the page; read once for a page and its layout. */
export const pageProfile = cache(async () => findProfile(await sessionContext()));

/** How they read sums. */
export const readerMoney = cache(async () =>
  findReaderMoney(await sessionContext(), (await pageProfile())?.currency),
);
