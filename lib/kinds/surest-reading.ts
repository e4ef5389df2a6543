import type { Kind, Reading } from "./kind.ts";
import { listKinds } from "./registry.ts";

export interface KindReading {
  kind: Kind;
  reading: Reading<Record<string, unknown>>;
}

/** The message read as the start of a design by the kind that is surest of it. */
export function surestReading(message: string, locale: string): KindReading {
  const readings = listKinds().map((kind) => ({
    kind,
    reading: kind.read(message, { current: null, locale }),
  }));
  return readings.toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0]!;
}
