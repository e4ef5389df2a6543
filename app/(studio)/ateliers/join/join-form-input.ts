import { z } from "zod";
import { atelierProfile } from "#lib/ateliers/profile.ts";
import { CRAFTS } from "#lib/shared/crafts.ts";
import { minorPerWhole } from "#lib/shared/currencies.ts";

type Form = Record<string, unknown>;

/** A single ticked box arrives as text, none not at all. */
const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

/** A number as it was typed; undefined where the field was left empty. */
const number = (value: unknown): unknown => {
  const text = String(value ?? "").trim();
  return text === "" ? undefined : Number(text.replace(",", "."));
};

/** `120 x 80 x 60` as sides from longest to shortest; null where nothing was typed. */
function sides(value: unknown): unknown {
  const text = String(value ?? "").trim();
  if (text === "") return null;
  const numbers = text.split(/\s*[x×*]\s*/i).map(Number);
  return numbers.sort((one, other) => other - one);
}

/** The typed wall counts for every process the ticked crafts work by. */
function wallsOf({ crafts, wallMm }: Form): unknown {
  const wall = number(wallMm);
  if (wall === undefined) return {};
  const ticked = new Set(list(crafts));
  const processes = CRAFTS.flatMap(({ id, process }) => (process && ticked.has(id) ? process : []));
  return Object.fromEntries(processes.map((process) => [process, wall]));
}

function limitsOf(form: Form): unknown {
  const [smallest, largest] = [number(form.stoneFrom), number(form.stoneTo)];
  const hasSizes = smallest !== undefined || largest !== undefined;
  return {
    largestBoxMm: sides(form.largestBox),
    wallMm: wallsOf(form),
    stoneMm: hasSizes ? { smallest: smallest ?? 0.5, largest: largest ?? 100 } : null,
    quantity: { least: number(form.least) ?? 1, most: number(form.most) ?? 1000 },
  };
}

/** The fields of the join form as a profile. */
export const joinForm = z.preprocess((given) => {
  const form = given as Form;
  const { person, email, phone, street, website } = form;
  const languages = String(form.languages ?? "").split(/[\s,;]+/);
  const minimum = Number(number(form.minimumOrder) ?? 0);
  return {
    name: form.name,
    about: form.about,
    place: form.place,
    country: form.country,
    currency: form.currency,
    shipsTo: list(form.shipsTo),
    languages: languages.filter(Boolean),
    crafts: list(form.crafts),
    materials: list(form.materials),
    stones: list(form.stones),
    limits: limitsOf(form),
    leadTimeDays: number(form.leadTimeDays),
    hoursPerWeek: number(form.hoursPerWeek),
    minimumOrderMinor: Math.round(minimum * minorPerWhole(String(form.currency))),
    contact: { person, email, phone, street, website },
  };
}, atelierProfile);
