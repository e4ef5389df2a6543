import type { JoinOptions, JoinValues } from "#components/atelier/join-form.tsx";
import type { OwnProfile } from "#lib/ateliers/get-own-profile.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { CRAFTS } from "#lib/shared/crafts.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { FABRICS, PRINT_MATERIALS } from "#lib/shared/materials.ts";
import { COUNTRIES, countryName, REGIONS } from "#lib/shared/places/countries.ts";
import { STONES } from "#lib/shared/stones.ts";

const labelled = (list: readonly { id: string; label: string }[]) =>
  list.map(({ id, label }) => [id, label] as const);

/** What the join form offers. */
export const joinOptions = (): JoinOptions => ({
  countries: COUNTRIES.map((code) => [code, countryName(code)] as const).sort(
    ([, one], [, other]) => one.localeCompare(other),
  ),
  destinations: Object.entries(REGIONS),
  crafts: labelled(CRAFTS),
  metals: labelled(ALLOYS),
  prints: labelled(PRINT_MATERIALS),
  cloths: labelled(FABRICS),
  stones: labelled(STONES),
  currencies: CURRENCIES,
});

const text = (value: number | null | undefined) => (value == null ? "" : String(value));

/** A profile as the fields of the form show it; the usual where there is none. */
export function joinValues(own: OwnProfile | null): JoinValues {
  if (!own) return { texts: { currency: "EUR", languages: "en", country: "FR" }, ticked: {} };
  const { limits, contact, shipsTo, crafts, materials, stones } = own;
  const { name, about, place, country, currency } = own;
  return {
    ticked: { shipsTo, crafts, materials, stones },
    texts: {
      ...{ name, about, place, country, currency, ...contact },
      languages: own.languages.join(", "),
      largestBox: limits.largestBoxMm?.join(" × ") ?? "",
      wallMm: text(Object.values(limits.wallMm)[0]),
      stoneFrom: text(limits.stoneMm?.smallest),
      stoneTo: text(limits.stoneMm?.largest),
      least: text(limits.quantity.least),
      most: text(limits.quantity.most),
      leadTimeDays: text(own.leadTimeDays),
      hoursPerWeek: text(own.hoursPerWeek),
      minimumOrder: text(own.minimumOrderMinor / minorPerWhole(currency)),
    },
  };
}
