import { getRequestConfig } from "next-intl/server";
import { pageLocale } from "#lib/http/page-locale.ts";
import { messagesOf } from "./messages.ts";

export default getRequestConfig(async () => {
  const locale = await pageLocale();
  return { locale, messages: await messagesOf(locale), timeZone: "UTC" };
});
