import type { Kind, Reading, ReadNote } from "../../../kinds/kind.ts";
import { findKind, listKinds } from "../../../kinds/registry.ts";
import type { Situation } from "./situation.ts";

export interface DesignReading {
  kind: Kind;
  reading: Reading<Record<string, unknown>>;
}

/** The kind whose grammar is surest of the message, read as the start of a design. */
export function readAsNew(message: string, locale: string): DesignReading {
  const readings = listKinds().map((kind) => ({
    kind,
    reading: kind.read(message, { current: null, locale }),
  }));
  return readings.toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0]!;
}

/** The message read as a change of the design on the table; null when there is none. */
export function readAsEdit(message: string, situation: Situation): DesignReading | null {
  const { current, locale } = situation;
  const kind = current && findKind(current.kind);
  if (!current || !kind) return null;
  return { kind, reading: kind.read(message, { current: current.spec, locale }) };
}

/** The patch with what the rules refused put at its nearest, and open questions at the answer they propose. */
export function withNearest({ reading }: DesignReading): Record<string, unknown> {
  const settled = [...reading.refused, ...reading.questions].flatMap((note: ReadNote) =>
    note.field !== undefined && note.nearest !== undefined ? [[note.field, note.nearest]] : [],
  );
  return { ...reading.patch, ...Object.fromEntries(settled) };
}

export const hasPatch = ({ reading }: DesignReading) => Object.keys(reading.patch).length > 0;
