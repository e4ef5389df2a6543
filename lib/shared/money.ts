/** An amount in the currency's smallest unit (cents; VND and JPY have none). */
export interface Money {
  currency: string;
  amountMinor: number;
}

/** One line of a price: what it is for, how it came about, and how much. */
export interface PriceLine {
  /** Stable id: `metal` or `material`, `making`, `finish`, `stones`, `setting`, `markup`, `rounding`. */
  id: string;
  label: string;
  /** The sum in words, naming density and rate: `2.84 g × 61.20 EUR/g (18K rose, 15.02 g/cm³)`. */
  basis: string;
  amountMinor: number;
}

export interface Price {
  currency: string;
  totalMinor: number;
  lines: PriceLine[];
  /** ISO date of the metal rates used. */
  ratesAsOf: string;
}
