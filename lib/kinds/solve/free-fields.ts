import type { Kind } from "../kind.ts";
import { type Field, fieldsOf } from "../read/fields.ts";

type Spec = Record<string, unknown>;

/** Fields that say what is set or whom it fits, not how stout it is. */
const FIXED = /size|diameter|stone|halo|pav|text|picture|diamond/i;

function isShown({ when }: Field, spec: Spec): boolean {
  return Object.entries(when ?? {}).every(([name, values]) =>
    values.includes(spec[name] as string | boolean),
  );
}

/**
 * Fields a solver may move: those the kind names, else its shown lengths that belong neither to a stone nor to the
 * size. All of them make the piece heavier as they grow.
 */
export function freeFieldsOf(kind: Kind, spec: Spec): Field[] {
  const shown = fieldsOf(kind.schema).filter((field) => isShown(field, spec));
  if (kind.free) return shown.filter(({ name }) => kind.free!.includes(name));
  return shown.filter(
    ({ name, group, unit, type }) =>
      type === "number" && unit === "mm" && !FIXED.test(name) && !FIXED.test(group ?? ""),
  );
}
