import type { Change, Measure, Operation } from "./attach.ts";
import { type Compiled, fieldFor } from "./compile-table.ts";
import type { Field } from "./fields.ts";
import { type Gem, gemOf, gemSides, sizeGem, weighGem } from "./gem-size.ts";
import { labelPart } from "./label-parts.ts";
import { merged, moveField, within, withinBare } from "./move-field.ts";
import { isShown } from "./read-choices.ts";
import { type PartFields, PIECE, type Taken } from "./reader-table.ts";

type Spec = Record<string, unknown>;

/** The numbers a change sets, from the spec as it is once the message's choices are made. */
export function readNumber(compiled: Compiled, change: Change, spec: Spec): Taken<Spec> {
  const part = compiled.parts.get(change.part ?? PIECE);
  const { operation, measure, words } = change;
  if (!part) return {};
  if (operation.type === "sides") return readSides(compiled, change, part, spec);
  if (part.amount && isAmount(change)) {
    return move(compiled, part.amount, operation, spec, words);
  }
  if (measure === "count") return readCount(compiled, change, part, spec);
  if (measure === "carats") return readCarats(compiled, change, spec);
  const unnamed = change.part === null ? compiled.table.unnamed : undefined;
  const name =
    unnamed?.[measure] ?? (isOpen(compiled, change, spec) ? undefined : fieldFor(part, measure));
  if (!name) return measure === "share" ? {} : askWhich(compiled, change);
  const gem = measure === "length" ? null : gemByLength(compiled, name, spec);
  if (gem) return sizeGem(gem, operation, words);
  const taken = move(compiled, name, operation, spec, words, change.isBare);
  if (!taken.refused || measure !== "any" || !part.isBody) return taken;
  return asWidth(compiled, change, part, spec) ?? taken;
}

/** Whether a measure without a part may be the stone's as well as the body's: a piece that shows none has one. */
function isOpen(compiled: Compiled, { part, measure }: Change, spec: Spec): boolean {
  if (part !== null || !compiled.table.unnamed) return false;
  const stone = compiled.parts.get(compiled.mainGem ?? "")?.gem?.stone;
  return measure !== "any" || stone === undefined || isShown(compiled, stone, spec);
}

/** "A bracelet, 20 cm, 10 mm": what cannot be its length is its width. */
function asWidth(
  compiled: Compiled,
  { operation, words }: Change,
  part: PartFields<Spec>,
  spec: Spec,
): Taken<Spec> | null {
  const name = fieldFor(part, "width");
  const taken = name ? move(compiled, name, operation, spec, words) : null;
  return taken?.patch ? taken : null;
}

/** The stone whose length the field is, or null. */
function gemByLength(compiled: Compiled, name: string, spec: Spec): Gem | null {
  const owner = [...compiled.parts.values()].find(({ gem }) => gem?.lengthMm === name);
  return gemOf(compiled, owner?.gem, spec);
}

function move(
  { fields }: Compiled,
  name: string,
  operation: Operation,
  spec: Spec,
  words: string,
  isBare = false,
): Taken<Spec> {
  const field = fields.get(name);
  if (!field) return {};
  if (field.values) return moveChoice(field, operation, String(spec[name]), words);
  if (isBare && operation.type === "set") return withinBare(field, operation.value, words);
  return moveField(field, operation, Number(spec[name]), words);
}

/** "Less pavé", "half the pavé": how much of it there is, not how large its stones are. */
const isAmount = ({ measure, operation }: Change) =>
  (measure === "count" && operation.type === "nudge") ||
  (measure === "size" && operation.type === "scale");

/** "7 x 5 mm", "40 x 30 x 5 mm": a stone's sides, or the sides of the part or of the piece. */
function readSides(
  compiled: Compiled,
  change: Change,
  part: PartFields<Spec>,
  spec: Spec,
): Taken<Spec> {
  const { operation, words } = change;
  if (operation.type !== "sides") return {};
  const isWhole = change.part === null || part.isBody;
  const owner = isWhole && !part.sides ? compiled.parts.get(compiled.mainGem ?? "") : part;
  const gem: Gem | null = gemOf(compiled, owner?.gem, spec);
  if (gem) return gemSides(gem, operation.mm, words);
  const names = part.sides ?? [];
  if (names.length === 0) return askWhich(compiled, change);
  const mm = part.largestFirst ? operation.mm.toSorted((a, b) => b - a) : operation.mm;
  const taken = merged(
    ...names.slice(0, mm.length).map((name, at) => {
      const field = compiled.fields.get(name);
      return field ? within(field, mm[at]!, words) : {};
    }),
  );
  return (isWhole && sidesOfStone(compiled, taken, operation.mm, spec, words)) || taken;
}

/** "An oval ring, 8 x 6": what cannot be the band's sides is the stone's. */
function sidesOfStone(
  compiled: Compiled,
  { refused = [] }: Taken<Spec>,
  mm: readonly number[],
  spec: Spec,
  words: string,
): Taken<Spec> | null {
  const stone = compiled.parts.get(compiled.mainGem ?? "");
  const gem = refused.length > 0 ? gemOf(compiled, stone?.gem, spec) : null;
  const sides = gem && gemSides(gem, mm, words);
  return sides?.patch && !sides.refused?.length ? sides : null;
}

/** "1 ct"; said of no part it is the stone in the middle. */
function readCarats(
  compiled: Compiled,
  { part, operation, words }: Change,
  spec: Spec,
): Taken<Spec> {
  const owner = compiled.parts.get(part ?? "")?.gem ? part : compiled.mainGem;
  const gem = gemOf(compiled, compiled.parts.get(owner ?? "")?.gem, spec);
  return gem && operation.type === "set" ? weighGem(gem, operation.value, words) : {};
}

/** "Six prongs", "more prongs". A count of what is not counted is no number of the piece. */
function readCount(
  compiled: Compiled,
  { operation, words, part: name }: Change,
  part: PartFields<Spec>,
  spec: Spec,
): Taken<Spec> {
  const isLabel = name?.startsWith(labelPart("")) ?? false;
  const count = part.count ?? (isLabel ? fieldFor(part, "count") : undefined);
  return count === undefined || name === null ? {} : move(compiled, count, operation, spec, words);
}

/** A choice among numbers, moved to the one that is wanted or the next in the direction. */
function moveChoice(field: Field, operation: Operation, now: string, words: string): Taken<Spec> {
  const values = (field.values ?? []).filter((value) => Number.isFinite(Number(value)));
  const at = values.indexOf(now);
  if (operation.type === "nudge") {
    const next = values[at + Math.sign(operation.strength)] ?? now;
    return { patch: { [field.name]: next } };
  }
  const wanted = operation.type === "set" ? operation.value : Number(now);
  const nearest = values.toSorted((a, b) => Math.abs(+a - wanted) - Math.abs(+b - wanted))[0];
  if (nearest === undefined) return {};
  if (Number(nearest) === wanted) return { patch: { [field.name]: nearest } };
  const message = `${field.label} is ${values.join(" or ")} here; ${wanted} is not made. The nearest is ${nearest}.`;
  return { refused: [{ words, message, field: field.name, nearest }] };
}

/** A size without its part is asked about. */
function askWhich({ table, parts }: Compiled, { part, measure, words }: Change): Taken<Spec> {
  const named = [...parts].filter(([name]) => name !== PIECE && !name.startsWith("@"));
  const names = named.slice(0, 5).map(
    ([
      ,
      {
        words: [word = ""],
      },
    ]) => word,
  );
  const isOpen = part === null || part === PIECE;
  if (measure === "angle" || (isOpen && measure === "any" && names.length === 0)) return {};
  const which = table.askSize ?? names.join(", ");
  const message = isOpen
    ? `"${words}": do you mean ${which || `the whole ${table.name}`}?`
    : `I cannot tell what "${words}" is about. Name the part: ${names.join(", ")} …`;
  return { questions: [{ words, message }] };
}

/** Whether an operation of that measure sizes the whole piece. */
export const isWhole = (part: string | null, measure: Measure) =>
  (part === null || part === PIECE) && measure === "size";
