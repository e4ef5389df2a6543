import type { z } from "zod";
import { AppError } from "../shared/errors.ts";
import { type Field, fieldOf, formatValue } from "./read/fields.ts";

/** A limit that follows from other numbers of the same piece. */
export interface Limit<Name extends string = string> {
  field: Name;
  value: number;
  minimum?: number;
  maximum?: number;
  /** Why, as a sentence: "A band of 2 mm carries a stone of at most 10 mm." */
  reason: string;
}

/** The nearest value on the field's step that keeps the limit, as far as the field itself reaches. */
function nearestOf(known: Field | undefined, { minimum, maximum, value }: Limit): number {
  const step = known?.step ?? 0.1;
  const hair = step * 1e-6;
  let nearest = value;
  if (maximum !== undefined && value > maximum) nearest = Math.floor(maximum / step + hair) * step;
  if (minimum !== undefined && value < minimum) nearest = Math.ceil(minimum / step - hair) * step;
  const within = Math.max(known?.minimum ?? nearest, Math.min(known?.maximum ?? nearest, nearest));
  return Number(within.toFixed(4));
}

/**
 * The check of a kind's combined limits. It throws `invalid_input` with field, limit and the nearest value that
 * works where a value is beyond its limit.
 */
export function limitsOf<Name extends string>(schema: z.ZodType): (limit: Limit<Name>) => void {
  return (limit) => {
    const { field, value, minimum, maximum, reason } = limit;
    const keeps = (one: number) => (minimum ?? one) <= one + 1e-9 && one <= (maximum ?? one) + 1e-9;
    if (keeps(value)) return;
    const known = fieldOf(schema, field);
    const nearest = nearestOf(known, limit);
    const show = (number: number) => formatValue(known ?? {}, number);
    const advice = keeps(nearest)
      ? `the nearest that works is ${show(nearest)}`
      : `even the ${value < nearest ? "most" : "least"} it can be, ${show(nearest)}, does not work`;
    const message = `${reason} ${known?.label ?? field} is ${show(value)} here; ${advice}.`;
    throw new AppError("invalid_input", message, {
      details: {
        field,
        value,
        minimum: minimum ?? null,
        maximum: maximum ?? null,
        unit: known?.unit ?? null,
        nearest,
      },
      fieldErrors: { [field]: message },
    });
  };
}
