import type { SolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { type Field, fieldsOf, nearestAllowed } from "#lib/kinds/read/fields.ts";
import { isAppError } from "#lib/shared/errors.ts";

type Spec = Record<string, unknown>;

/** One change of one field of a kind's default piece, and how long its preview took. */
export interface EditTime {
  /** `field → value`. */
  edit: string;
  ms: number;
}

/** What a person may set a field to next: every other choice, the other way of a flag, a number up and down. */
function nextValues(field: Field, now: unknown): unknown[] {
  if (field.values) return field.values.filter((value) => value !== now);
  if (field.type === "flag") return [!now];
  if (typeof now !== "number") return [];
  const { minimum = now, maximum = now } = field;
  const way = (maximum - minimum) / 10;
  return [now - way, now + way]
    .map((value) => nearestAllowed(field, value))
    .filter((value) => value !== now);
}

/**
 * Times from an edit to the checked preview, ms: each field of the default piece changed by itself, in the kernel of a
 * session that has built the piece before. Edits that a rule refuses are left out.
 */
export function editTimes(kernel: SolidKernel, kind: Kind): EditTime[] {
  const spec = kind.schema.parse({}) as Spec;
  const edits = fieldsOf(kind.schema).flatMap((field) =>
    nextValues(field, spec[field.name]).map((value) => ({ name: field.name, value })),
  );
  buildPiece(kernel, kind, spec, "preview");
  return edits.flatMap(({ name, value }) => {
    const startedMs = performance.now();
    try {
      buildPiece(kernel, kind, { ...spec, [name]: value }, "preview");
    } catch (error) {
      if (isAppError(error)) return [];
      throw error;
    }
    return [{ edit: `${name} → ${value}`, ms: performance.now() - startedMs }];
  });
}
