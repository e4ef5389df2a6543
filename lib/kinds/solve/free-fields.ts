import type { Kind } from "../kind.ts";
import { type Field, fieldsOf } from "../read/fields.ts";

type Spec = Record<string, unknown>;

function isShown({ when }: Field, spec: Spec): boolean {
  return Object.entries(when ?? {}).every(([name, values]) =>
    values.includes(spec[name] as string | boolean),
  );
}

/** The fields a solver may move in this spec: those of the kind's `free` that count in it. */
export function freeFieldsOf(kind: Kind, spec: Spec): Field[] {
  return fieldsOf(kind.schema).filter(
    (field) => kind.free.includes(field.name) && isShown(field, spec),
  );
}
