import type { Kind } from "../kind.ts";
import { fieldOf, fieldsOf } from "../read/fields.ts";
import { withoutMarks } from "../tongues/index.ts";
import { substanceOf } from "./material-fields.ts";
import type { VariantNote } from "./note.ts";

type Spec = Record<string, unknown>;

/** Values that shall not be. */
export type Avoided = readonly { field: string; value: unknown }[];

export interface NegativeReading {
  avoided: Avoided;
  /** What was understood, and what cannot be left out. */
  notes: VariantNote[];
}

/** What a drawn picture never has: asking for it to be left out is granted at once. */
const NEVER =
  /^(blur(red|ry)?|noise|noisy|grain(y)?|low quality|low resolution|jpeg artifacts?|artifacts?|watermarks?|signatures?|logos?|deformed|distorted|disfigured|ugly|extra (fingers|limbs|hands)|people|hands?|cropped|out of frame|duplicates?|worst quality|lowres)$/i;

/** Words of light and ground are the picture's, not the piece's. */
const OF_LOOK =
  /\b(dark|black|bright|white|light) (back)?ground\b|\b(daylight|sunlight|dramatic|moody)\b/i;

const isAsked = (value: unknown): value is string | boolean =>
  typeof value === "string" || typeof value === "boolean";

export const isAvoided = (avoided: Avoided, field: string, value: unknown): boolean =>
  avoided.some((one) => one.field === field && one.value === value);

/** What a negative prompt rules out for a kind, read part by part as the kind reads any sentence. */
export function readNegative(kind: Kind, text: string, locale: string): NegativeReading {
  const avoided: { field: string; value: unknown }[] = [];
  const notes: VariantNote[] = [];
  for (const part of partsOf(text)) {
    const words = withoutMarks(part);
    if (NEVER.test(words)) {
      notes.push({ verdict: "kept", message: `“${words}”: pictures drawn here never have that.` });
      continue;
    }
    if (OF_LOOK.test(words)) continue;
    const values = meantValues(kind, kind.read(part, { current: null, locale }).patch);
    for (const [field, value] of values)
      avoided.push({ field, value }, ...alike(kind, field, value));
    if (values.length === 0) {
      const message = `“${words}” is nothing that can be left out of a ${kind.title.toLowerCase()} here.`;
      notes.push({ verdict: "refused", message });
    }
  }
  return { avoided, notes };
}

/** What words name: a stone or a metal where they name one, since that also implies a style; else all they say. */
function meantValues(kind: Kind, patch: Spec): [string, unknown][] {
  const said = Object.entries(patch).filter(([, value]) => isAsked(value));
  const substances = said.filter(([name]) => substanceOf(fieldOf(kind.schema, name)!) !== null);
  return substances.length > 0 ? substances : said;
}

/** The same stone or metal in the piece's other fields: "no rubies" means none at all. */
function alike(kind: Kind, name: string, value: unknown) {
  const substance = substanceOf(fieldOf(kind.schema, name)!);
  if (substance !== "stone" && substance !== "alloy") return [];
  return fieldsOf(kind.schema)
    .filter((field) => field.name !== name && substanceOf(field) === substance)
    .map((field) => ({ field: field.name, value }));
}

const partsOf = (text: string) =>
  text
    .split(/[,;.\n]|\band\b|\bor\b/i)
    .map((part) => part.trim().replace(/^(no|not|without|avoid|never|any)\s+/i, ""))
    .filter((part) => part.length > 1);

/** The spec without what shall not be: the first other value of each field that has it. */
export function withoutAvoided(kind: Kind, spec: Spec, avoided: Avoided) {
  const changed = { ...spec };
  const notes: VariantNote[] = [];
  for (const { field: name, value } of avoided) {
    if (changed[name] !== value) continue;
    const field = fieldOf(kind.schema, name)!;
    const values = typeof value === "boolean" ? [!value] : (field.values ?? []);
    const free = values.filter((one) => !isAvoided(avoided, name, one));
    const instead = free.find((one) => one === field.default) ?? free[0];
    if (instead === undefined) {
      notes.push({
        verdict: "refused",
        field: name,
        message: `${field.label}: nothing else is left to take.`,
      });
      continue;
    }
    changed[name] = instead;
  }
  return { spec: changed, notes };
}
