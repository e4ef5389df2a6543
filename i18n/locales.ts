import { isLocale, LOCALES, type Locale } from "../lib/shared/locales.ts";

/** The first language of an Accept-Language header that there are texts for. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      return { language: tag.split("-")[0]?.toLowerCase(), weight: Number(quality ?? 1) };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return LOCALES[0];
}
