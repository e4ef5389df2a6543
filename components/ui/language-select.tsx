"use client";

import { useRouter } from "next/navigation";
import { LANGUAGE_NAMES, LOCALE_COOKIE, LOCALES } from "#lib/shared/locales.ts";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language of the pages in this browser; who is signed in has one in the profile too. */
export function LanguageSelect({ locale, label }: { locale: string; label: string }) {
  const router = useRouter();
  return (
    <select
      aria-label={label}
      value={locale}
      onChange={(event) => {
        const chosen = `${LOCALE_COOKIE}=${event.currentTarget.value}`;
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
        document.cookie = `${chosen}; path=/; samesite=lax; max-age=${YEAR_SECONDS}`;
        router.refresh();
      }}
      className="rounded-control border border-line bg-surface px-2 py-1 text-sm text-ink"
    >
      {LOCALES.map((one) => (
        <option key={one} value={one} lang={one}>
          {LANGUAGE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
