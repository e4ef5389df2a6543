/** Digits behind the point, for currencies whose smallest unit is not a hundredth (ISO 4217). */
const MINOR_DIGITS: Record<string, number> = {
  ...{ BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0 },
  ...{ VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0 },
  ...{ BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3 },
};

/** Digits behind the point of an amount: 2 of EUR, 0 of VND, 3 of KWD. */
export const minorDigits = (currency: string): number => MINOR_DIGITS[currency] ?? 2;

/** Smallest units in one whole: 100 of EUR, 1 of VND. */
export const minorPerWhole = (currency: string): number => 10 ** minorDigits(currency);
