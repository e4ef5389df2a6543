import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listKinds } from "#lib/kinds/registry.ts";
import { surestReading } from "#lib/kinds/surest-reading.ts";
import { SENTENCES } from "./kind-sentences.ts";

const KINDS = listKinds().filter(({ nouns }) => nouns);
const rows = KINDS.flatMap(({ id }) =>
  (SENTENCES[id] ?? []).map((sentence) => [sentence, id] as const),
);

describe("the kind that is surest of a sentence", () => {
  it.each(rows)("is the one it is about: %s", (sentence, id) => {
    const { kind, reading } = surestReading(sentence, "en");
    expect(kind.id).toBe(id);
    expect(reading.confidence).toBeGreaterThanOrEqual(0.3);
  });

  it.each(KINDS.map((kind) => [kind.id, kind] as const))("has sentences for %s", (id) => {
    expect(SENTENCES[id]?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  it.each(KINDS.map((kind) => [kind.id, kind] as const))(
    "reads the example of %s without a question, as a valid spec",
    (id, kind) => {
      const { kind: found, reading } = surestReading(kind.example, "en");
      expect(found.id).toBe(id);
      expect(reading.confidence).toBeGreaterThanOrEqual(0.5);
      expect(Object.keys(reading.patch)).not.toEqual([]);
      expect([...reading.refused, ...reading.questions]).toEqual([]);
      expect(kind.schema.safeParse(reading.patch).error).toBeUndefined();
    },
  );

  it.each(KINDS.map((kind) => [kind.id, kind] as const))(
    "reads what is suggested after %s as a change",
    (_id, kind) => {
      const current = kind.schema.parse({});
      for (const wish of kind.suggest?.(current) ?? []) {
        const { patch } = kind.read(wish, { current, locale: "en" });
        expect(Object.keys(patch), wish).not.toEqual([]);
      }
    },
  );

  it("is none for a piece nobody makes here, and says what is made", () => {
    const { reading } = surestReading("a brass brooch with pearls", "en");
    expect(reading.confidence).toBe(0);
    expect(reading.notes?.[0]?.message).toContain("brooch");
  });
});

describe("any message", () => {
  const said = Object.values(SENTENCES).flatMap((sentences) =>
    sentences.flatMap((one) => one.split(" ")),
  );
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...said) },
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, min: -50, max: 5000 }).map(String),
    fc.string({ maxLength: 40 }).map((text) => `saying "${text}"`),
  );
  const message = fc.array(word, { maxLength: 20 }).map((words) => words.join(" "));

  it("is read by every kind without an error, and what is read is valid", () => {
    fc.assert(
      fc.property(message, fc.constantFrom(...KINDS), fc.boolean(), (text, kind, isEdit) => {
        const current = kind.schema.parse({});
        const reading = kind.read(text, { current: isEdit ? current : null, locale: "en" });
        const spec = { ...current, ...reading.patch };
        expect(kind.schema.safeParse(spec).error, kind.id).toBeUndefined();
        expect(reading.confidence).toBeGreaterThanOrEqual(0);
        expect(reading.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});
