import { fieldsOf, roundToStep } from "#lib/kinds/read/fields.ts";
import { planRing } from "#lib/kinds/ring/plan.ts";
import { type RingSpec, ringSchema } from "#lib/kinds/ring/schema.ts";
import { isAppError } from "#lib/shared/errors.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Every field of the schema at random within its own range; the numbers may not go together. */
export function randomFields(seed: number): RingSpec {
  const next = seededNumbers(seed);
  const values = fieldsOf(ringSchema).map((field) => {
    if (field.values) return [field.name, field.values[Math.floor(next() * field.values.length)]];
    const { minimum = 0, maximum = 1 } = field;
    return [field.name, roundToStep(field, minimum + next() * (maximum - minimum))];
  });
  return ringSchema.parse(Object.fromEntries(values));
}

/** What the rules say of a spec: null when it can be built, else the field and its nearest value that works. */
export function refusalOf(spec: RingSpec): { field: string; nearest: number } | null {
  try {
    planRing(spec);
    return null;
  } catch (error) {
    if (!isAppError(error) || error.code !== "invalid_input") throw error;
    const { field, nearest } = error.details;
    return { field: String(field), nearest: Number(nearest) };
  }
}

/** A valid ring at random: fields at random, and each refusal answered with the nearest value it names. */
export function randomRingSpec(seed: number): RingSpec {
  let spec = randomFields(seed);
  for (let tries = 0; tries < 12; tries++) {
    const refusal = refusalOf(spec);
    if (!refusal) return spec;
    spec = ringSchema.parse({ ...spec, [refusal.field]: refusal.nearest });
  }
  throw new Error(`Seed ${seed}: following the refusals does not lead to a ring.`);
}
