import type { ReadNote } from "../kind.ts";
import { partOf } from "./beside.ts";
import type { Compiled } from "./compile-table.ts";
import { NOTHING } from "./label-parts.ts";
import type { Said, Taken } from "./reader-table.ts";
import { type Choice, slotsOf } from "./statements.ts";

type Spec = Record<string, unknown>;

/** What the parts that are named, or shall go, make true. */
export function readPresence(compiled: Compiled, said: Said<Spec>): Taken<Spec> {
  const { clauses, current, spec } = said;
  const removed = clauses.flatMap((clause) => clause.removed);
  const patch: Spec = {};
  const notes: ReadNote[] = [];
  for (const slot of removed) {
    const part = compiled.parts.get(partOf(slot) ?? "");
    const absent = part?.absent ?? absentOf(compiled, slot.meaning, spec);
    if (!absent) continue;
    const isGone = current !== null && Object.entries(absent).every(([k, v]) => spec[k] === v);
    if (isGone) {
      const message = `This ${compiled.table.name} has no ${slot.words.toLowerCase()}.`;
      notes.push({ words: slot.words, message });
    } else Object.assign(patch, absent);
  }
  for (const slot of slotsOf(clauses)) {
    const name = partOf(slot) ?? "";
    const part = compiled.parts.get(compiled.parts.get(name)?.countsAs ?? name);
    Object.assign(patch, part?.present);
  }
  return { patch, notes };
}

/** "Without ruffles", said of a value or a flag: the value that says there is nothing. */
function absentOf(
  { fields }: Compiled,
  meaning: Said<Spec>["slots"][number]["meaning"],
  spec: Spec,
): Spec | null {
  if (meaning.type !== "term" || meaning.term.type !== "choice") return null;
  const { list, value }: Choice = meaning.term;
  const field = fields.get(list);
  if (field?.type === "flag") return { [list]: false };
  const nothing = field?.values?.find((one) => NOTHING.has(one) || one === "plain");
  if (nothing === undefined || (spec[list] !== value && spec[list] !== nothing)) return null;
  return { [list]: nothing };
}
