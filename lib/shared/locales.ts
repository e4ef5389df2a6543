/** Languages there are texts for; the first is the fallback. */
export const LOCALES = ["en", "vi", "de", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

/** Languages by the name those who read them give them. */
export const LANGUAGE_NAMES: Record<Locale, string> = {
  en: "English",
  vi: "Tiếng Việt",
  de: "Deutsch",
  fr: "Français",
};

/** Keeps the language a person chose in a browser. */
export const LOCALE_COOKIE = "maquette-locale";

export const isLocale = (value: string | undefined): value is Locale =>
  LOCALES.some((locale) => locale === value);

/** The language whoever sends a request reads: the chosen one of its cookie, else what its browser asks for. */
export function requestLocale(headers: Headers): Locale {
  const cookies = (headers.get("cookie") ?? "").split(/; */);
  const chosen = cookies.find((one) => one.startsWith(`${LOCALE_COOKIE}=`))?.split("=")[1];
  return localeOf(chosen, headers.get("accept-language"));
}

/** The language somebody chose, else the one their browser asks for. */
export const localeOf = (chosen: string | undefined, acceptLanguage: string | null): Locale =>
  isLocale(chosen) ? chosen : preferredLocale(acceptLanguage);

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
