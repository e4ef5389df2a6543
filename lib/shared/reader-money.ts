import { exchangeMinor, isCurrency } from "./exchange.ts";

/** How a person reads sums that are counted in euros: in a currency of their own. */
export interface ReaderMoney {
  currency: string;
  /** How much of it one euro is worth. */
  perEuro: number;
}

/** A sum, minor units. */
interface Sum {
  amountMinor: number;
  currency: string;
}

/** A sum as the person reads it; as it is where it is counted in another currency than the euro. Minor units, rounded. */
export function toReader({ amountMinor, currency }: Sum, reader: ReaderMoney | null): Sum {
  if (!reader || currency !== "EUR" || !isCurrency(reader.currency))
    return { amountMinor, currency };
  const rates = { asOf: "", perEuro: { EUR: 1, [reader.currency]: reader.perEuro } };
  const own = exchangeMinor(amountMinor, "EUR", reader.currency, rates);
  return { amountMinor: Math.round(own), currency: reader.currency };
}

/** Euro cents of what a person said in their currency, minor units; as it is where nothing is exchanged. */
export function fromReader(amountMinor: number, reader: ReaderMoney | null): number {
  if (!reader || !isCurrency(reader.currency)) return amountMinor;
  const rates = { asOf: "", perEuro: { EUR: 1, [reader.currency]: reader.perEuro } };
  return Math.round(exchangeMinor(amountMinor, reader.currency, "EUR", rates));
}
