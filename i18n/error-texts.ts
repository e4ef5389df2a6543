import { isLocale, type Locale } from "../lib/shared/locales.ts";
import de from "../messages/de/error.json" with { type: "json" };
import en from "../messages/en/error.json" with { type: "json" };
import fr from "../messages/fr/error.json" with { type: "json" };
import vi from "../messages/vi/error.json" with { type: "json" };

const TEXTS: Record<Locale, typeof en> = { en, vi, de, fr };

/** Texts of the error page, bundled with it: it must not depend on what may have failed. */
export const errorTexts = (locale: string) => (isLocale(locale) ? TEXTS[locale] : en);
