import { findAlloy } from "../../shared/alloys.ts";
import { findMaterial } from "../../shared/materials.ts";
import { STONES } from "../../shared/stones.ts";
import type { Kind } from "../kind.ts";
import { type Field, fieldsOf } from "../read/fields.ts";

/** What a field says of how a part looks. */
export type Substance = "alloy" | "stone" | "material" | "colour" | "finish" | "weave";

type Spec = Record<string, unknown>;

const STONE_IDS = new Set(STONES.map(({ id }) => id));

/** What of a part's looks a field decides, or null: a length, a style. */
export function substanceOf({ name, values, input }: Field): Substance | null {
  if (input === "colour") return "colour";
  if (!values || values.length === 0) return null;
  if (values.every((value) => findAlloy(value))) return "alloy";
  if (values.every((value) => STONE_IDS.has(value))) return "stone";
  if (values.every((value) => findMaterial(value))) return "material";
  if (name === "finish") return "finish";
  return name === "weave" ? "weave" : null;
}

/** Whether a field counts while the others are as they are: the width of a stone there is none of does not. */
export function isShown({ when }: Field, spec: Spec): boolean {
  return Object.entries(when ?? {}).every(([name, values]) =>
    values.includes(spec[name] as string | boolean),
  );
}

/** The fields of a kind that count for this spec. */
export function shownFields(kind: Kind, spec: Spec): Field[] {
  return fieldsOf(kind.schema).filter((field) => isShown(field, spec));
}

/** Fields of one substance that count for this spec. */
export function fieldsOfSubstance(kind: Kind, spec: Spec, substance: Substance): Field[] {
  return shownFields(kind, spec).filter((field) => substanceOf(field) === substance);
}
