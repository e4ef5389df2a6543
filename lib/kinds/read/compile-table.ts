import { ALLOYS } from "../../shared/alloys.ts";
import type { Measure, Parts } from "./attach.ts";
import { type Field, fieldsOf } from "./fields.ts";
import { labelPart, measuresOfLabel } from "./label-parts.ts";
import {
  MAIN_STONE,
  type PartFields,
  PIECE,
  type ReaderPart,
  type ReaderTable,
} from "./reader-table.ts";

type Spec = Record<string, unknown>;

/** A kind's table with its schema's fields, its parts by name and what follows from both. */
export interface Compiled {
  table: ReaderTable<Spec>;
  fields: ReadonlyMap<string, Field>;
  /** Parts of the table, the piece itself, and the numbers that are called by their labels. */
  parts: ReadonlyMap<string, ReaderPart<Spec>>;
  /** The part whose stone is meant where no part is named; null for a kind without stones. */
  mainGem: string | null;
  /** Field of the metal, or null. */
  alloy: string | null;
  /** Colour field of the whole, or null. */
  colour: string | null;
  /** The first text, or null. */
  text: string | null;
  /** Which parts have which measures. */
  measures: Parts;
}

export function compileTable(table: ReaderTable<Spec>): Compiled {
  const list = fieldsOf(table.schema);
  const parts = new Map<string, ReaderPart<Spec>>(Object.entries(table.parts ?? {}));
  parts.set(PIECE, { isBody: true, ...table.body, words: table.nouns });
  for (const field of list) {
    if (field.type === "number" || field.type === "integer") {
      parts.set(labelPart(field.name), { words: [], fields: measuresOfLabel(field) });
    }
  }
  const gems = [...parts].filter(([, part]) => part.gem).map(([name]) => name);
  const byInput = (input: Field["input"]) => list.find((field) => field.input === input)?.name;
  return {
    table,
    fields: new Map(list.map((field) => [field.name, field])),
    parts,
    mainGem: gems.includes(MAIN_STONE) ? MAIN_STONE : (gems[0] ?? null),
    alloy: list.find(({ values }) => values?.includes(ALLOYS[0]!.id))?.name ?? null,
    colour: table.body.colour ?? byInput("colour") ?? null,
    text: table.body.text ?? byInput("text") ?? null,
    measures: {
      isBody: (part) => parts.get(part)?.isBody === true,
      hasUnnamed: (measure) => (table.unnamed ?? table.body.fields)?.[measure] !== undefined,
      has: (part, measure) => hasMeasure(parts.get(part), measure),
    },
  };
}

function hasMeasure(part: PartFields<Spec> | undefined, measure: Measure): boolean {
  if (!part) return false;
  if (measure === "count") return part.count !== undefined || part.amount !== undefined;
  if (measure === "carats") return part.gem?.lengthMm !== undefined;
  return fieldFor(part, measure) !== undefined;
}

/** The field a measure of a part means. */
export function fieldFor(part: PartFields<Spec>, measure: Measure): string | undefined {
  const { fields = {}, gem, sides } = part;
  if (fields[measure] !== undefined) return fields[measure];
  if (measure === "size" && sides) return sides[0];
  if (!gem) return undefined;
  if (measure === "any" || measure === "size" || measure === "length") return gem.lengthMm;
  return measure === "width" ? gem.widthMm : undefined;
}

/** The part that owns a field as a choice, a stone, a colour or a number, or has its name; null for the whole piece. */
export function ownerOf({ parts }: Pick<Compiled, "parts">, field: string): string | null {
  for (const [name, { choices = [], gem = {}, colour, count, fields = {} }] of parts) {
    const owned = [...choices, ...Object.values(gem), colour, count, ...Object.values(fields)];
    if (name !== PIECE && (name === field || owned.includes(field))) return name;
  }
  return null;
}
