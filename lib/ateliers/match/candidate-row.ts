import type { Prisma } from "#generated/prisma/client.ts";
import { log } from "#lib/log.ts";
import { type AtelierLimits, atelierLimits } from "../limits.ts";
import { type AtelierRates, atelierRates } from "../rates.ts";
import type { Candidate } from "./types.ts";
import { vectorFromBytes } from "./vector.ts";

/** What a match reads of an atelier. */
export const candidateSelect = {
  id: true,
  ownerId: true,
  status: true,
  featuredAt: true,
  name: true,
  place: true,
  country: true,
  latitude: true,
  longitude: true,
  shipsTo: true,
  languages: true,
  crafts: true,
  materials: true,
  stones: true,
  limits: true,
  leadTimeDays: true,
  minimumOrderMinor: true,
  hoursPerWeek: true,
  rateCardVersion: true,
  ratingSum: true,
  ratingCount: true,
  updatedAt: true,
  weeks: { select: { monday: true, openHours: true, bookedHours: true } },
  densities: { select: { alloy: true, massG: true, volumeMm3: true } },
  portfolio: {
    orderBy: { position: "asc" },
    select: { kind: true, crafts: true, materials: true, vector: true, embedder: true },
  },
  rateCards: {
    orderBy: { version: "desc" },
    take: 1,
    select: { version: true, rates: true },
  },
} satisfies Prisma.AtelierSelect;

export type CandidateRow = Prisma.AtelierGetPayload<{ select: typeof candidateSelect }>;

/**
 * An atelier as a match looks at it; null while it has no rates, for nothing could be estimated, and for rates or limits
 * that an older or foreign hand wrote: one such row must not stop the others.
 */
export function toCandidate(row: CandidateRow): Candidate | null {
  const [card] = row.rateCards;
  if (!card) return null;
  const [rates, limits] = [atelierRates.safeParse(card.rates), atelierLimits.safeParse(row.limits)];
  if (rates.success && limits.success)
    return candidateOf(row, card.version, rates.data, limits.data);
  const [wrong] = (rates.error ?? limits.error)!.issues;
  log.warn({ atelierId: row.id, at: wrong?.path, wrong: wrong?.message }, "an atelier is left out");
  return null;
}

function candidateOf(
  row: CandidateRow,
  rateCardVersion: number,
  rates: AtelierRates,
  limits: AtelierLimits,
): Candidate {
  const { id, name, place, country, latitude, longitude, languages } = row;
  const { leadTimeDays, minimumOrderMinor, hoursPerWeek, ratingSum, ratingCount } = row;
  return {
    ...{ id, name, place, country, latitude, longitude, languages },
    ...{ leadTimeDays, minimumOrderMinor, hoursPerWeek, ratingSum, ratingCount },
    shipsTo: new Set(row.shipsTo),
    crafts: new Set(row.crafts),
    materials: new Set(row.materials),
    stones: new Set(row.stones),
    limits,
    weeks: weeksOf(row),
    featured: row.featuredAt !== null,
    isExample: row.ownerId === null,
    rates: withMeasuredDensities(rates, row.densities),
    rateCardVersion,
    works: row.portfolio.map(({ vector, embedder, ...work }) => ({
      ...work,
      vector: vector && embedder ? { values: vectorFromBytes(vector), embedder } : null,
    })),
  };
}

function weeksOf({ weeks }: CandidateRow): Candidate["weeks"] {
  return new Map(
    weeks.map(({ monday, ...hours }) => [monday.toISOString().slice(0, 10), hours] as const),
  );
}

/** What finished pieces weighed goes before what the atelier wrote down, and that before the table. */
export function withMeasuredDensities(
  rates: AtelierRates,
  measured: CandidateRow["densities"],
): AtelierRates {
  if (measured.length === 0) return rates;
  const own = measured.map(({ alloy, massG, volumeMm3 }) => [
    alloy,
    Number(((massG / volumeMm3) * 1000).toFixed(3)),
  ]);
  return { ...rates, densityGPerCm3: { ...rates.densityGPerCm3, ...Object.fromEntries(own) } };
}
