import { countryName, isCountry } from "#lib/shared/places/countries.ts";
import { findPlace } from "#lib/shared/places/places.ts";
import type { Destination } from "./types.ts";

/** Where somebody says they are. */
export interface LocationInput {
  place?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  country?: string | undefined;
  /** Degrees. */
  latitude?: number | undefined;
  longitude?: number | undefined;
}

export interface FoundDestination {
  destination: Destination;
  /** Why there is no distance, in the customer's words; null where there is. */
  note: string | null;
}

const NOWHERE: Destination = { country: null, latitude: null, longitude: null };

/** Coordinates of a place by the bundled table. What is not known leaves the distance out, and a note says so. */
export function toDestination(input: LocationInput | undefined): FoundDestination {
  if (!input) return { destination: NOWHERE, note: null };
  const { latitude, longitude } = input;
  const country = input.country?.toUpperCase();
  const known = country && isCountry(country) ? country : null;
  if (latitude !== undefined && longitude !== undefined) {
    return { destination: { country: known, latitude, longitude }, note: null };
  }
  const name = input.place?.trim();
  const place = name ? findPlace(name, known ?? undefined) : null;
  if (place) return { destination: place, note: null };
  const destination = { ...NOWHERE, country: known };
  if (name) {
    return {
      destination,
      note: `We do not know where ${name} is, so distance does not count.`,
    };
  }
  if (country && !known) {
    return { destination, note: `There is no country ${country}, so distance does not count.` };
  }
  return {
    destination,
    note: known ? `Anywhere in ${countryName(known)}: distance does not count.` : null,
  };
}
