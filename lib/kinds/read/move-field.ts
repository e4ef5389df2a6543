import type { Operation } from "./attach.ts";
import { type Field, formatValue, nearestAllowed, roundToStep } from "./fields.ts";
import type { Taken } from "./reader-table.ts";

type Spec = Record<string, unknown>;

/** The field after an operation on its value now: a patch, or the refusal with range and nearest. */
export function moveField(
  field: Field,
  operation: Operation,
  now: number,
  words: string,
): Taken<Spec> {
  switch (operation.type) {
    case "nudge":
      return nudge(field, operation.strength, now, words);
    case "set":
      return within(field, operation.value, words);
    case "scale":
      return within(field, roundToStep(field, now * operation.factor), words);
    case "add":
      return within(field, roundToStep(field, now + operation.value), words);
    case "sides":
      return within(field, operation.mm[0] ?? now, words);
  }
}

/** A value inside its field's range, or the refusal with rule, limit and nearest. */
export function within(field: Field, value: number, words: string): Taken<Spec> {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, name } = field;
  const isWhole = field.type !== "integer" || Number.isInteger(value);
  if (value >= minimum && value <= maximum && isWhole) return { patch: { [name]: value } };
  const nearest = nearestAllowed(field, value);
  const range = `${formatValue({}, minimum)} to ${formatValue(field, maximum)}`;
  const message = `${field.label} is ${range}; ${formatValue(field, value)} is outside. The nearest that works is ${formatValue(field, nearest)}.`;
  return { refused: [{ words, message, field: name, nearest }] };
}

/** Share of the value a plain "wider" moves it by. */
const NUDGE = 0.2;

function nudge(field: Field, strength: number, now: number, words: string): Taken<Spec> {
  const { minimum = 0, maximum = now * 10, name } = field;
  const step = field.step ?? (field.type === "integer" ? 1 : 0.1);
  const range = maximum - minimum;
  const isSmall = now - minimum < 0.15 * range && minimum === 0;
  const share = Math.max(now * NUDGE, isSmall ? range * 0.05 : 0) * Math.abs(strength);
  const moved = roundToStep(field, now + Math.sign(strength) * Math.max(step, share));
  const value = Math.min(maximum, Math.max(minimum, moved));
  if (value !== now) return { patch: { [name]: value } };
  const end = strength > 0 ? "most" : "least";
  const message = `${field.label} is already at its ${end}, ${formatValue(field, now)}.`;
  return { refused: [{ words, message, field: name, nearest: now }] };
}

/** Millimetres of the units a bare number may be meant in, likeliest first. */
const BARE_UNITS = [
  [10, "cm"],
  [25.4, "inch"],
] as const;

/** A number without a unit that cannot be mm but can be cm or inches: "a 45 chain" is 45 cm. */
export function withinBare(field: Field, value: number, words: string): Taken<Spec> {
  const { minimum = 0, maximum = Number.POSITIVE_INFINITY, unit, label } = field;
  const taken = within(field, value, words);
  if (taken.patch || unit !== "mm") return taken;
  for (const [mm, name] of BARE_UNITS) {
    const inMm = Number((value * mm).toFixed(2));
    if (inMm < minimum || inMm > maximum) continue;
    const message = `${label} read as ${value} ${name}.`;
    return { patch: { [field.name]: inMm }, notes: [{ words, message, field: field.name }] };
  }
  return taken;
}

/** Several steps as one. */
export function merged(...all: Taken<Spec>[]): Taken<Spec> {
  return {
    patch: Object.assign({}, ...all.map(({ patch }) => patch)),
    refused: all.flatMap(({ refused = [] }) => refused),
    questions: all.flatMap(({ questions = [] }) => questions),
    notes: all.flatMap(({ notes = [] }) => notes),
  };
}
