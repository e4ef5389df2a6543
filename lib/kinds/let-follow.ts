import { isAppError } from "../shared/errors.ts";
import type { Kind } from "./kind.ts";
import { type Field, fieldOf } from "./read/fields.ts";

type Spec = Record<string, unknown>;

/** A number nobody chose, moved so that those somebody chose go together. */
export interface MovedField {
  field: string;
  label: string;
  before: unknown;
  after: number;
  unit: string | null;
}

interface Following {
  kind: Kind;
  /** What somebody chose. */
  chosen: Spec;
  /** The numbers the others have now; by default those of the kind. */
  now?: Spec;
}

/** Rules that a wish can meet one after the other: width, thickness, what stands on them. */
const MOST_MOVES = 6;

/**
 * What is made of the chosen fields, where rules that bind them to others move those others to their nearest: a wider
 * cuff gets larger balls. Numbers that differ from the kind's own were chosen once and stay. Throws what `make` throws
 * first where that does not help.
 */
export async function letFollow<Made>(
  { kind, chosen, now = {} }: Following,
  make: (spec: Spec) => Promise<Made>,
): Promise<{ made: Made; moved: MovedField[] }> {
  const followed: Record<string, number> = {};
  let first: unknown;
  for (let moves = 0; ; moves++) {
    try {
      const made = await make({ ...chosen, ...followed });
      return { made, moved: Object.entries(followed).map(([name, to]) => moveOf(kind, name, to)) };
    } catch (error) {
      first ??= error;
      const wanted = moves < MOST_MOVES ? nearestIn(kind, error) : null;
      const isFree = wanted && !(wanted.field.name in chosen) && isUnchosen(wanted.field, now);
      if (!isFree || followed[wanted.field.name] === wanted.nearest) throw first;
      followed[wanted.field.name] = wanted.nearest;
    }
  }
}

const isUnchosen = (field: Field, now: Spec): boolean =>
  !(field.name in now) || now[field.name] === field.default;

/** The field a rule is about and the nearest number that keeps it; null for any other error. */
function nearestIn(kind: Kind, error: unknown): { field: Field; nearest: number } | null {
  if (!isAppError(error) || error.code !== "invalid_input") return null;
  const { field: name, nearest } = error.details;
  const field = fieldOf(kind.schema, String(name));
  return field && typeof nearest === "number" ? { field, nearest } : null;
}

function moveOf(kind: Kind, name: string, after: number): MovedField {
  const field = fieldOf(kind.schema, name)!;
  const { label, default: before, unit = null } = field;
  return { field: name, label, before, after, unit };
}
