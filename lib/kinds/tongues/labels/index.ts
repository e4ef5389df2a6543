import type { Field } from "../../read/fields.ts";
import { GARMENT_LABELS } from "./garments.ts";
import { JEWELLERY_LABELS } from "./jewellery.ts";
import { MAKING_LABELS } from "./making.ts";
import { RELIEF_LABELS } from "./reliefs.ts";

const COLUMNS = ["de", "fr", "vi"] as const;
type Column = (typeof COLUMNS)[number];

const byLanguage = new Map<string, ReadonlyMap<string, string>>();

/** A label in a language: a kind's title, its fields, groups and values, a craft, a region, a line of a price. As it is where it has no other. */
export function labelIn(locale: string, label: string): string {
  const column = COLUMNS.find((one) => one === locale.split("-")[0]);
  return column ? (labelsOf(column).get(label) ?? label) : label;
}

/** A form's fields with their labels, groups and values in a language. */
export const fieldsIn = (locale: string, fields: readonly Field[]): Field[] =>
  fields.map((field) => ({
    ...field,
    label: labelIn(locale, field.label),
    ...(field.group && { group: labelIn(locale, field.group) }),
    ...(field.options && {
      options: Object.fromEntries(
        Object.entries(field.options).map(([value, label]) => [value, labelIn(locale, label)]),
      ),
    }),
  }));

/** Whether there is a word for it in every language. */
export const isTranslated = (label: string) =>
  COLUMNS.every((column) => labelsOf(column).has(label));

function labelsOf(column: Column): ReadonlyMap<string, string> {
  const known = byLanguage.get(column);
  if (known) return known;
  const at = COLUMNS.indexOf(column);
  const lines = [JEWELLERY_LABELS, RELIEF_LABELS, GARMENT_LABELS, MAKING_LABELS].flatMap((text) =>
    text.split("\n"),
  );
  const labels = new Map(
    lines
      .filter((line) => line.includes(" = "))
      .map((line) => {
        const [english = "", others = ""] = line.split(" = ");
        return [english, others.split(" | ")[at] ?? english] as const;
      }),
  );
  byLanguage.set(column, labels);
  return labels;
}
