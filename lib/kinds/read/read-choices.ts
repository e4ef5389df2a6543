import type { Compiled } from "./compile-table.ts";
import { NAMED_SET, type Said, type Taken } from "./reader-table.ts";
import { type Choice, slotsOf, type Term } from "./statements.ts";

type Spec = Record<string, unknown>;

/** Stones, cuts, colours, values of choices and flags, and phrases that set several fields. */
export function readChoices(compiled: Compiled, { clauses, spec }: Said<Spec>): Taken<Spec> {
  const patch: Spec = {};
  for (const { meaning } of slotsOf(clauses)) {
    if (meaning.type !== "term") continue;
    Object.assign(patch, patchOf(compiled, meaning.term, { ...spec, ...patch }));
  }
  return { patch };
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
function firstThatMatters(
  { fields }: Compiled,
  term: Term & { type: "either" },
  spec: Spec,
): Choice {
  const matters = ({ list }: Choice) =>
    Object.entries(fields.get(list)?.when ?? {}).every(([name, values]) =>
      values.includes(spec[name] as string | boolean),
    );
  return term.choices.find(matters) ?? term.choices[0]!;
}
