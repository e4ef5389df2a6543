/** Languages there are texts for; the first is the fallback. */
export const LOCALES = ["en", "vi", "de", "fr"] as const;
export type Locale = (typeof LOCALES)[number];

export const isLocale = (value: string | undefined): value is Locale =>
  LOCALES.some((locale) => locale === value);
