import { z } from "zod";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { CRAFT_IDS } from "#lib/shared/crafts.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { MATERIALS } from "#lib/shared/materials.ts";
import { COUNTRIES, isCountry, isRegion } from "#lib/shared/places/countries.ts";
import { findPlace } from "#lib/shared/places/places.ts";
import { STONES } from "#lib/shared/stones.ts";
import { atelierContact } from "./contact/contact.ts";
import { atelierLimits } from "./limits.ts";

const oneOf = (ids: readonly string[]) => z.enum(ids as [string, ...string[]]);
/** Each once, in the order given. */
const some = <Item extends z.ZodType<string>>(item: Item) =>
  z.array(item).transform((ids) => [...new Set(ids)]);

/** What an atelier tells of itself; its contact is sealed, the rest is public. */
export const atelierProfile = z.object({
  name: z.string().trim().min(2, "A name has at least 2 letters.").max(80),
  about: z.string().trim().min(20, "Say a little more: 20 letters at least.").max(2000),
  place: z.string().trim().min(1, "Where is the workshop?").max(80),
  country: oneOf(COUNTRIES),
  shipsTo: some(
    z.string().refine((id) => isRegion(id) || isCountry(id), "This is no country and no region."),
  ).default([]),
  languages: some(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language is written like en or pt-BR."),
  ).refine((list) => list.length > 0, "Name a language you answer in."),
  crafts: some(oneOf(CRAFT_IDS)).refine((list) => list.length > 0, "Choose what you do."),
  materials: some(oneOf([...ALLOYS, ...MATERIALS].map(({ id }) => id))).default([]),
  stones: some(oneOf(STONES.map(({ id }) => id))).default([]),
  limits: atelierLimits.default(atelierLimits.parse({})),
  leadTimeDays: z.int().min(1).max(365),
  hoursPerWeek: z.int().min(1).max(2000).default(40),
  currency: z.enum(CURRENCIES),
  minimumOrderMinor: z.int().min(0).max(1_000_000_000).default(0),
  contact: atelierContact,
});

export type AtelierProfile = z.output<typeof atelierProfile>;

/** The columns of a profile. A place that no table has leaves the coordinates out. */
export function profileColumns({ contact: _, ...profile }: AtelierProfile) {
  const at = findPlace(profile.place, profile.country);
  return { ...profile, latitude: at?.latitude ?? null, longitude: at?.longitude ?? null };
}
