import type { ReadNote } from "../kind.ts";
import type { Compiled } from "./compile-table.ts";
import { NAMED_SET, type Said, type Taken } from "./reader-table.ts";
import { type Choice, slotsOf, type Term } from "./statements.ts";

type Spec = Record<string, unknown>;

/** Stones, cuts, colours, values of choices and flags, and phrases that set several fields. */
export function readChoices(compiled: Compiled, said: Said<Spec>): Taken<Spec> {
  const patch: Spec = {};
  const questions: ReadNote[] = [];
  const slots = slotsOf(said.clauses);
  for (const [at, { meaning, words, start }] of slots.entries()) {
    if (meaning.type !== "term") continue;
    const spec = { ...said.spec, ...patch };
    const isOr = at > 0 && /\bor\b/i.test(said.message.slice(slots[at - 1]!.end, start));
    const stone = { term: meaning.term, words, isOr };
    const second = said.current === null ? secondStone(compiled, stone, patch, spec) : null;
    Object.assign(patch, second ? second.patch : patchOf(compiled, meaning.term, spec));
    questions.push(...(second?.questions ?? []));
  }
  return { patch, questions };
}

/**
 * "An emerald and diamond cluster": the first stone is the one in the middle, the next one goes where the piece shows
 * others. Null where this is no further stone.
 */
function secondStone(
  compiled: Compiled,
  { term, words, isOr }: { term: Term; words: string; isOr: boolean },
  patch: Spec,
  spec: Spec,
): Taken<Spec> | null {
  const main = compiled.parts.get(compiled.mainGem ?? "")?.gem?.stone;
  if (term.type !== "choice" || term.list !== "stone" || term.part !== compiled.mainGem)
    return null;
  if (!main || !(main in patch) || patch[main] === term.value) return null;
  const others = [...compiled.parts.values()].filter(({ gem }) => gem?.stone && gem.stone !== main);
  const field = others.map(({ gem }) => gem!.stone!).find((name) => isShown(compiled, name, spec));
  if (field !== undefined && !isOr && !(field in patch)) return { patch: { [field]: term.value } };
  const places = others.flatMap(({ words: [word] }) => word ?? []).join(", ");
  const message =
    places && !isOr
      ? `"${words}": do you mean ${places}?`
      : `A ${compiled.table.name} here carries one sort of stone. Which, ${patch[main]} or ${term.value}?`;
  return { questions: [{ words, message, field: main }] };
}

/** Whether a field counts in the spec. */
export function isShown({ fields }: Compiled, name: string, spec: Spec): boolean {
  return Object.entries(fields.get(name)?.when ?? {}).every(([other, values]) =>
    values.includes(spec[other] as string | boolean),
  );
}

function patchOf(compiled: Compiled, term: Term, spec: Spec): Spec {
  if (term.type === "value" && (term.name === "set" || term.name === NAMED_SET)) {
    return term.value as Spec;
  }
  if (term.type === "either") return fieldPatch(compiled, firstThatMatters(compiled, term, spec));
  return term.type === "choice" ? fieldPatch(compiled, term) : {};
}

function fieldPatch(compiled: Compiled, { list, value, part }: Choice): Spec {
  const gem = compiled.parts.get(part ?? "")?.gem;
  if (list === "stone") return gem?.stone ? { [gem.stone]: value } : {};
  if (list === "cut") return gem?.cut ? { [gem.cut]: value } : {};
  if (list === "colour") {
    const name = compiled.parts.get(part ?? "")?.colour ?? compiled.colour;
    return name ? { [name]: value } : {};
  }
  const field = compiled.fields.get(list);
  if (!field || compiled.table.choices?.[list] === null) return {};
  return { [list]: field.type === "flag" ? value === "true" : value };
}

/** Of several fields the first that is shown for the spec. */
function firstThatMatters(compiled: Compiled, term: Term & { type: "either" }, spec: Spec): Choice {
  const matters = ({ list }: Choice) => isShown(compiled, list, spec);
  return term.choices.find(matters) ?? term.choices[0]!;
}
