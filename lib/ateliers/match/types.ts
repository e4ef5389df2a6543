import type { CraftId } from "#lib/shared/crafts.ts";
import type { Currency, Rates } from "#lib/shared/exchange.ts";
import type { Estimate } from "../estimate.ts";
import type { AtelierLimits } from "../limits.ts";
import type { AtelierRates } from "../rates.ts";
import type { PictureVector } from "./picture-vector.ts";
import type { MatchTermId } from "./weights.ts";

/** A picture of an atelier's work, as the match compares it. */
export interface ShownWork {
  kind: string | null;
  crafts: readonly string[];
  materials: readonly string[];
  /** Null until one was taken. */
  vector: PictureVector | null;
}

export interface WeekHours {
  openHours: number;
  bookedHours: number;
}

/** An approved atelier in memory: all that a match looks at, nothing of its contact. */
export interface Candidate {
  id: string;
  name: string;
  place: string;
  country: string;
  latitude: number | null;
  longitude: number | null;
  shipsTo: ReadonlySet<string>;
  languages: readonly string[];
  crafts: ReadonlySet<string>;
  materials: ReadonlySet<string>;
  /** Empty: it sets none. */
  stones: ReadonlySet<string>;
  limits: AtelierLimits;
  leadTimeDays: number;
  minimumOrderMinor: number;
  hoursPerWeek: number;
  /** By ISO date of the Monday; the usual hours where a week is not here. */
  weeks: ReadonlyMap<string, WeekHours>;
  ratingSum: number;
  ratingCount: number;
  featured: boolean;
  /** An example that nobody answers for. */
  isExample: boolean;
  rates: AtelierRates;
  rateCardVersion: number;
  works: readonly ShownWork[];
}

/** Where the customer is. All of it may be unknown. */
export interface Destination {
  country: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface MatchRequest {
  destination: Destination;
  budget: { amountMinor: number; currency: Currency } | null;
  /** By which estimates in other currencies are compared. */
  exchange: Rates;
  /** To be in the customer's hands. */
  deadline: Date | null;
  quantity: number;
  now: Date;
  /** Only ateliers of this country. */
  country: string | null;
  maxKm: number | null;
  /** Leave out whose estimate is over the budget. */
  withinBudget: boolean;
}

/** A hard limit that a design breaks. */
export interface Blocker {
  rule:
    | "craft"
    | "material"
    | "stone"
    | "rate"
    | "wall"
    | "box"
    | "stone-size"
    | "quantity"
    | "shipping"
    | "capacity"
    | "deadline";
  /** As the customer reads it: `Cannot cast below 1.00 mm; the thinnest wall here is 0.85 mm.` */
  message: string;
  craft?: CraftId;
  value?: number;
  limit?: number;
}

export interface MatchTerm {
  id: MatchTermId;
  /** 0 to 1. */
  value: number;
  /** Share of the score, 0 to 1; the shares of one match add up to 1. */
  weight: number;
  /** value × weight to four decimals: the score is their sum. */
  points: number;
  reason: string;
}

export interface EstimateRange {
  low: Estimate;
  high: Estimate;
  /** Low and high differ: nobody measured the piece. */
  isRange: boolean;
  rateCardVersion: number;
  validDays: number;
}

export interface Match {
  atelier: Candidate;
  /** 0 to 1. */
  score: number;
  terms: MatchTerm[];
  estimate: EstimateRange;
  distanceKm: number | null;
  /** Finished, and in the customer's hands. */
  readyOn: Date;
  arrivesOn: Date;
  /** The budget does not even pay metal and stones: what they cost at least, in the budget's currency. */
  underMaterial: { materialMinor: number; currency: Currency } | null;
}

export interface Excluded {
  atelier: Candidate;
  blockers: Blocker[];
}
