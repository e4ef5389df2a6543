import { cookies, headers } from "next/headers.js";
import { LOCALE_COOKIE, type Locale, localeOf } from "../shared/locales.ts";

/** The language of the page: the one that was chosen (kept in a cookie since sign-in), else what the browser asks for. */
export async function pageLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return localeOf(chosen, (await headers()).get("accept-language"));
}
