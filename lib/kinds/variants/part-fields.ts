import type { Part } from "../../kernel/mesh.ts";
import type { Kind } from "../kind.ts";
import type { Field } from "../read/fields.ts";
import { shownFields, substanceOf } from "./material-fields.ts";

/** A part of a piece, by what of it is written in its spec. */
export interface PartFields {
  /** What people call it: "Centre stone", "Metal". */
  label: string;
  /** Decides what it is of or which colour it has; null for what a spec says nothing of, such as a dress form. */
  material: Field | null;
  /** Everything that shapes or colours it; sizes of the wearer are not among them. */
  fields: Field[];
}

type Spec = Record<string, unknown>;
type SeenPart = Pick<Part, "name" | "role" | "material">;

/** Groups that say whom it is for or how it is made, not what is seen. */
const FIXED = /^(size|body|making|picture|mesh|engraving|face from a picture)$/i;

/** The fields of a kind that decide about a part of the piece. */
export function fieldsOfPart(kind: Kind, spec: Spec, part: SeenPart): PartFields {
  const fields = shownFields(kind, spec).filter(({ group = "" }) => !FIXED.test(group));
  if (part.role === "support") return { label: part.name, material: null, fields: [] };
  if (part.role === "stone") return stoneFields(fields, part);
  const stoneGroups = new Set(
    fields.filter((field) => substanceOf(field) === "stone").map(({ group }) => group),
  );
  const others = fields.filter(({ group }) => !stoneGroups.has(group));
  return part.role === "metal" ? metalFields(others) : bodyFields(others, part);
}

function metalFields(fields: Field[]): PartFields {
  const material = fields.find((field) => substanceOf(field) === "alloy") ?? null;
  return { label: material?.label ?? "Metal", material, fields };
}

/** Of several stone fields the one that its name and label share most words with the part's name. */
function stoneFields(fields: Field[], part: SeenPart): PartFields {
  const words = wordsOf(part.name);
  const stones = fields.filter((field) => substanceOf(field) === "stone");
  const scored = stones.map((field) => {
    const own = new Set([...wordsOf(field.label), ...wordsOf(field.name)]);
    const shared = [...own].filter((word) => words.has(word)).length;
    return { field, score: shared - 0.1 * (own.size - shared) };
  });
  const material = scored.toSorted((a, b) => b.score - a.score)[0]?.field ?? null;
  return {
    label: material?.label ?? part.name,
    material,
    fields: fields.filter(({ group }) => group === material?.group),
  };
}

/** A printed body or a cloth: its colours and material, and the group that is called as it is. */
function bodyFields(fields: Field[], part: SeenPart): PartFields {
  const words = wordsOf(part.name);
  const looks = fields.filter((field) => substanceOf(field) !== null);
  const named = fields.filter(({ group = "" }) =>
    [...wordsOf(group)].some((word) => words.has(word)),
  );
  const colours = looks.filter((field) => substanceOf(field) === "colour");
  const material = colours[0] ?? looks.find((field) => substanceOf(field) === "material") ?? null;
  const label = named[0]?.group ?? material?.label ?? part.name;
  return { label, material, fields: [...new Set([...looks, ...named])] };
}

/** Words of a name or label in lower case, without accents, numbers and the plural's s. */
function wordsOf(text: string): Set<string> {
  const words = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => word.replace(/s$/, ""));
  return new Set(words.filter((word) => word.length > 1));
}
