"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { type ReaderMoney, toReader } from "#lib/shared/reader-money.ts";
import { formatMoney, formatMoneyShort } from "./format.ts";
import { usePreference } from "./use-preference.ts";

export interface Money {
  /** With cents: `€12.50`. */
  full: (amountMinor: number, currency: string) => string;
  /** Without, for glances. */
  short: (amountMinor: number, currency: string) => string;
  /** Set where sums are exchanged into the person's own currency. */
  reader: ReaderMoney | null;
}

/** Sums as the person reads them, in their own currency where theirs is another. */
export function useMoney(): Money {
  const locale = useLocale();
  const reader = useReader();
  return useMemo(() => {
    const shown =
      (format: typeof formatMoney) =>
      (minor: number, counted: string): string => {
        const { amountMinor, currency } = toReader(
          { amountMinor: minor, currency: counted },
          reader,
        );
        return format(amountMinor, currency, locale);
      };
    return { full: shown(formatMoney), short: shown(formatMoneyShort), reader };
  }, [locale, reader]);
}

function useReader(): ReaderMoney | null {
  const currency = usePreference("currency");
  const perEuro = Number(usePreference("perEuro"));
  return useMemo(
    () => (currency && perEuro > 0 ? { currency, perEuro } : null),
    [currency, perEuro],
  );
}
