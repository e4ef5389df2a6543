const CURRENCY_WITHOUT_MINOR = new Set(["VND", "JPY", "KRW"]);

/** `61.20 EUR`, `1500000 VND`. */
export function amount(minor: number, currency: string): string {
  const text = CURRENCY_WITHOUT_MINOR.has(currency) ? String(minor) : (minor / 100).toFixed(2);
  return `${text} ${currency}`;
}

/** Rounded to what the basis shows, so that a reader who multiplies gets the line. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
