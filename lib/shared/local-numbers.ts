import { minorDigits } from "./currencies.ts";
import { isCurrency } from "./exchange.ts";

/**
 * A text that was made with a point and the currency's code behind (`2.84 g × 61.20 EUR/g`), its sums and its numbers with
 * a fraction as people write them in a language. Whole numbers stay: they may be a carat or a version.
 */
export function localNumbers(text: string, locale: string): string {
  return text.replace(
    /(\d+)(\.\d+)?(?: ([A-Z]{3})\b)?/g,
    (all, whole, fraction = "", code = "") => {
      const value = Number(whole + fraction);
      if (isCurrency(code)) return money(value, code, locale);
      if (fraction === "") return all;
      return `${fixed(value, fraction.length - 1, locale)}${code ? ` ${code}` : ""}`;
    },
  );
}

function money(value: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    ...{ style: "currency" as const, currency },
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
  return format.format(value);
}

const fixed = (value: number, digits: number, locale: string) =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
