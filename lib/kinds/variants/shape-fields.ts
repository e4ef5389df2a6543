import type { Kind } from "../kind.ts";
import { type Field, nearestAllowed } from "../read/fields.ts";
import { shownFields, substanceOf } from "./material-fields.ts";

type Spec = Record<string, unknown>;

/** What no outline can tell. */
const UNSEEN =
  /^(size|body|making|engraving|post|mesh|picture|print|fabric|face|face from a picture|closure|pockets|base)$/i;

/** Choices and numbers of a kind that an outline may tell, in the schema's order: the coarse ones come first. */
export function shapeFields(kind: Kind, spec: Spec): Field[] {
  return shownFields(kind, spec).filter((field) => {
    const isSeen = !UNSEEN.test(field.group ?? "") && substanceOf(field) === null;
    return (
      isSeen && field.type !== "text" && field.input === undefined && field.name !== "lettering"
    );
  });
}

/** Other values of a choice or flag. */
export function otherChoices({ type, values, name }: Field, spec: Spec): unknown[] {
  if (type === "flag") return [!spec[name]];
  return type === "choice" ? (values ?? []).filter((value) => value !== spec[name]) : [];
}

/** How far a number is tried to either side. */
const FACTORS = [0.75, 1.35];

/** Other values of a number, within its range. */
export function otherNumbers(field: Field, spec: Spec): number[] {
  const value = spec[field.name];
  if (typeof value !== "number" || field.type === "choice") return [];
  const around = FACTORS.map((factor) => nearestAllowed(field, value * factor));
  return [...new Set(around)].filter((other) => other !== value);
}
