import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLocale, LOCALE_COOKIE, type Locale } from "../lib/shared/locales.ts";
import { preferredLocale } from "./locales.ts";
import { messagesOf } from "./messages.ts";

/** The language a person chose (kept in a cookie since sign-in), else what the browser asks for. */
async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}

export default getRequestConfig(async () => {
  const locale = await currentLocale();
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
