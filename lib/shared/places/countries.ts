/** Groups of countries a sender may name at once. */
export const REGIONS = {
  world: "Worldwide",
  eu: "European Union",
  europe: "Europe",
  "north-america": "North America",
  "latin-america": "Latin America",
  asia: "Asia",
  africa: "Africa",
  "middle-east": "Middle East",
  oceania: "Oceania",
} as const;

export type RegionId = keyof typeof REGIONS;

/** ISO 3166-1 alpha-2 of the countries of the table, with the regions each is in. */
const MEMBERS: Record<Exclude<RegionId, "world">, string> = {
  eu: "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE",
  europe:
    "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE GB CH NO IS UA RS BA AL MK ME MD TR",
  "north-america": "US CA MX",
  "latin-america": "MX BR AR CL CO PE UY EC BO GT CR PA CU DO",
  asia: "VN TH ID MY SG PH JP KR CN HK TW IN LK NP BD PK KH LA MM KZ UZ GE AM AZ",
  africa: "MA TN EG NG GH KE ET TZ ZA SN CI UG RW DZ",
  "middle-east": "AE SA QA KW BH OM JO LB IL IR IQ TR EG",
  oceania: "AU NZ FJ",
};

/** Every country of the table, alpha-2, sorted. */
export const COUNTRIES: readonly string[] = [
  ...new Set(Object.values(MEMBERS).flatMap((list) => list.split(" "))),
].sort();

const regionsOf = new Map<string, RegionId[]>(
  COUNTRIES.map((country) => [
    country,
    (Object.entries(MEMBERS) as [RegionId, string][])
      .filter(([, list]) => list.split(" ").includes(country))
      .map(([region]) => region),
  ]),
);

export const isCountry = (code: string): boolean => regionsOf.has(code);

export const isRegion = (id: string): id is RegionId => id in REGIONS;

const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames(locale, { type: "region" });
  names.set(locale, known);
  return known;
}

/** `Viet Nam` as the reader's language has it; the code itself where there is none. */
export const countryName = (code: string, locale = "en"): string =>
  namesIn(locale).of(code) ?? code;

/** `Europe`, `Vietnam`: a region's or a country's name, the region's in English. */
export const destinationName = (id: string, locale = "en"): string =>
  isRegion(id) ? REGIONS[id] : countryName(id, locale);

/** Whether somebody in a country sends to another; at home everybody hands over. */
export function shipsTo(from: string, destinations: ReadonlySet<string>, to: string): boolean {
  if (from === to || destinations.has("world") || destinations.has(to)) return true;
  return regionsOf.get(to)?.some((region) => destinations.has(region)) ?? false;
}

/** True where two countries share a region of neighbours. */
export function areNeighbours(one: string, other: string): boolean {
  const regions = regionsOf.get(other) ?? [];
  return regionsOf.get(one)?.some((region) => regions.includes(region)) ?? false;
}
