import type { RingSystem } from "../shared/ring-size.ts";
import type { Kind, Reading } from "./kind.ts";
import { namedKind } from "./named-kind.ts";
import { listKinds } from "./registry.ts";

export interface KindReading {
  kind: Kind;
  reading: Reading<Record<string, unknown>>;
  /** The message names the kind by a noun. */
  isNamed?: boolean;
}

/**
 * The message read as the start of a design: by the kind whose noun it names, otherwise by the kind that is surest of it.
 * A message that names a piece no kind makes is nobody's, and a note says so.
 */
export function surestReading(
  message: string,
  locale: string,
  ringSystem: RingSystem | null = null,
): KindReading {
  const kinds = listKinds();
  const read = (kind: Kind) => ({
    kind,
    reading: kind.read(message, { current: null, locale, ringSystem }),
  });
  const named = namedKind(message, locale, kinds);
  if (named?.kind) return { ...read(named.kind), isNamed: !named.isHint };
  const surest = kinds
    .map(read)
    .toSorted((a, b) => b.reading.confidence - a.reading.confidence)[0]!;
  return named ? foreign(surest, named.noun, kinds) : surest;
}

function foreign(
  { kind, reading }: KindReading,
  noun: string,
  kinds: readonly Kind[],
): KindReading {
  const made = kinds.map(({ title }) => title.toLowerCase());
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(made);
  const message = `I have not learnt to make a ${noun}. What I make: ${list}. Which shall it be?`;
  return {
    kind,
    reading: { ...reading, patch: {}, confidence: 0, notes: [{ words: noun, message }] },
  };
}
