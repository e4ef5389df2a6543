import { invalidInput } from "../../shared/errors.ts";
import { type RingSystem, toInnerDiameterMm, toRingLabel } from "../../shared/ring-size.ts";
import { MOST_SIZES, type RunSize } from "./size-run.ts";

/** Usual steps of a run by system, in the system's own sizes. */
const STEPS: Record<RingSystem, number> = {
  ...{ us: 0.5, eu: 1, uk: 1, jp: 1 },
  ...{ hk: 1, it: 1, ru: 0.5, mm: 0.5 },
};

export interface SizeRange {
  system: RingSystem;
  from: string | number;
  to: string | number;
  /** In the system's sizes; by default halves in the US, else whole ones. */
  step?: number;
}

const refuse = (field: string, value: unknown, reason: string) =>
  invalidInput(reason, { details: { field, value } });

function diameter(system: RingSystem, field: "from" | "to", label: string | number): number {
  const found = toInnerDiameterMm(system, label);
  if (found !== null && found > 0) return found;
  throw refuse(
    field,
    label,
    `There is no ring size "${label}" in the system ${system.toUpperCase()}.`,
  );
}

/** Letters count from A; other systems by their numbers. */
const UK_LETTER_MM = 1.25 / Math.PI;

/** All sizes from one to another, ends included: US 4 to 13 is 19. Throws `invalid_input` naming what is wrong. */
export function sizesBetween({ system, from, to, step = STEPS[system] }: SizeRange): RunSize[] {
  const [first, last] = [diameter(system, "from", from), diameter(system, "to", to)];
  if (first > last) throw refuse("to", to, "A run goes from the smaller size to the larger one.");
  if (!(step > 0)) throw refuse("step", step, "The step between sizes is more than zero.");
  const isUk = system === "uk";
  const count = isUk
    ? Math.round((last - first) / (UK_LETTER_MM * step))
    : Math.floor((Number(to) - Number(from)) / step + 1e-6);
  if (count >= MOST_SIZES) throw refuse("step", step, `A run has at most ${MOST_SIZES} sizes.`);
  return Array.from({ length: count + 1 }, (_, i) => {
    const size = isUk ? null : Number((Number(from) + i * step).toFixed(4));
    const innerDiameterMm =
      size === null ? first + i * step * UK_LETTER_MM : diameter(system, "to", size);
    const label = size === null ? toRingLabel("uk", innerDiameterMm) : size;
    return {
      innerDiameterMm: Number(innerDiameterMm.toFixed(4)),
      label: `${system.toUpperCase()} ${label}`,
    };
  });
}
