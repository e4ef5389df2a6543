import { partOf } from "./beside.ts";
import { cleanLine } from "./clean-line.ts";
import type { Compiled } from "./compile-table.ts";
import type { Slot } from "./lexicon.ts";
import type { Said, Taken } from "./reader-table.ts";
import type { Term } from "./statements.ts";

type Spec = Record<string, unknown>;

/** Texts in quotes or announced, each into the text field of the part it stands by; too long ones are refused with their beginning. */
export function readTexts(compiled: Compiled, { clauses }: Said<Spec>): Taken<Spec> {
  const patch: Spec = {};
  const refused = [];
  for (const { slots } of clauses) {
    for (const [at, slot] of slots.entries()) {
      const text = textOf(slot);
      const name = text === null ? null : textField(compiled, slots, at, patch);
      const field = compiled.fields.get(name ?? "");
      if (text === null || !field) continue;
      const { maxLength = text.length, label } = field;
      if (text.length <= maxLength) {
        patch[field.name] = text;
        continue;
      }
      const nearest = cleanLine(text.slice(0, maxLength).toWellFormed().replace("\ufffd", ""));
      const message = `${label} takes at most ${maxLength} characters; “${text}” has ${text.length}. The nearest that works is “${nearest}”.`;
      refused.push({ words: text, message, field: field.name, nearest });
    }
  }
  return { patch, refused };
}

function textOf({ meaning }: Slot<Term>): string | null {
  if (meaning.type !== "term" || meaning.term.type !== "value") return null;
  return meaning.term.name === "text" ? String(meaning.term.value) : null;
}

/** The text of the nearest part that has one; otherwise the first that nothing was said for. */
function textField(
  { parts, text, fields }: Compiled,
  slots: readonly Slot<Term>[],
  at: number,
  patch: Spec,
): string | null {
  const near = slots
    .map((slot, place) => ({
      name: parts.get(partOf(slot) ?? "")?.text,
      distance: Math.abs(place - at),
    }))
    .filter(({ name }) => name !== undefined && !(name in patch))
    .toSorted((a, b) => a.distance - b.distance)[0]?.name;
  if (near !== undefined) return near;
  if (text === null || !(text in patch)) return text;
  const free = [...fields.values()].find(({ input, name }) => input === "text" && !(name in patch));
  return free?.name ?? null;
}
