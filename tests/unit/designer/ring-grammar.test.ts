import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RING_READER } from "#lib/kinds/ring/read.ts";
import { suggestForRing } from "#lib/kinds/ring/read-suggestions.ts";
import { type RingSpec, ringSchema } from "#lib/kinds/ring/schema.ts";
import { EDITS, NEW_RINGS, RING } from "./ring-messages.ts";

const start = (message: string) => RING_READER.read(message, { current: null, locale: "en" });
const edit = (message: string, current: RingSpec = RING) =>
  RING_READER.read(message, { current, locale: "en" });

describe("a message that starts a ring", () => {
  it.each(NEW_RINGS)("reads: %s", (message, patch) => {
    const reading = start(message);
    expect(reading.patch).toEqual(patch);
    expect(reading.refused).toEqual([]);
    expect(reading.questions).toEqual([]);
    expect(reading.confidence).toBeGreaterThanOrEqual(0.5);
  });

  it.each(NEW_RINGS)("leaves a spec that is valid: %s", (message) => {
    expect(ringSchema.safeParse(start(message).patch).success).toBe(true);
  });
});

describe("a message that changes a ring", () => {
  it.each(EDITS)("reads: %s", (message, patch) => {
    expect(edit(message).patch).toEqual(patch);
  });
});

describe("a value no ring can have", () => {
  it("is refused with limit and nearest for a band of 0.1 mm", () => {
    const reading = start("a gold ring, band 0.1 mm");
    expect(reading.patch.bandWidthMm).toBeUndefined();
    expect(reading.refused).toMatchObject([{ field: "bandWidthMm", nearest: 1.6 }]);
    expect(reading.refused[0]?.message).toContain("1.6 to 12 mm");
  });

  it("is refused with the nearest size in the system asked for US 40", () => {
    const reading = start("silver ring US 40");
    expect(reading.patch.innerDiameterMm).toBeUndefined();
    expect(reading.refused).toMatchObject([{ field: "innerDiameterMm", nearest: 26 }]);
    expect(reading.refused[0]?.message).toContain("US 17.75");
  });

  it("is refused with the nearest karat for a gold that is not made", () => {
    const reading = start("22k rose gold ring");
    expect(reading.refused).toMatchObject([{ field: "alloy", nearest: "gold-18k-rose" }]);
  });

  it("is refused with the nearest count for three prongs", () => {
    expect(edit("three prongs").refused).toMatchObject([{ field: "prongs", nearest: "4" }]);
  });

  it("is refused at the end of a slider instead of being clamped in silence", () => {
    const thinnest = { ...RING, bandThicknessMm: 1.2 };
    const reading = edit("thinner", thinnest);
    expect(reading.patch).toEqual({});
    expect(reading.refused[0]?.message).toContain("already at its least");
  });
});

describe("a message that can mean several things", () => {
  const asked = (message: string) => edit(message).questions.map((note) => note.message);

  it("is asked about when no part is named", () => {
    expect(asked("make it bigger")).toEqual([
      expect.stringContaining("band, the stone or the finger"),
    ]);
  });

  it("is asked about when a colour names no stone", () => {
    expect(start("a ring with a pink stone").questions[0]?.message).toContain("Which pink stone");
  });

  it("is asked about when a round stone gets two sides", () => {
    expect(start("ring with a 10 x 8 round diamond").questions[0]?.message).toContain("Which cut?");
  });

  it("is asked about when a size exists in several systems", () => {
    expect(start("rose gold ring size 20").questions[0]?.message).toContain("several systems");
  });

  it("is asked about when the prongs shall go and nothing else holds the stone", () => {
    expect(edit("remove the prongs").questions).toMatchObject([
      { field: "head", nearest: "bezel" },
    ]);
  });

  it("is asked about when a ring cannot have a feature", () => {
    expect(start("silver ring with filigree").questions[0]?.message).toContain("filigree");
  });

  it("is asked about when halo and side stones are both wanted", () => {
    expect(start("halo ring with side stones in gold").questions[0]?.message).toContain("not both");
  });

  it("is asked about when it names a metal or a stone that is not worked here", () => {
    expect(start("tungsten ring").questions[0]?.message).toContain("do not work in tungsten");
    expect(start("a pearl ring in gold").questions[0]?.message).toContain("no pearl");
    expect(start("a pearl ring in gold ruby").questions).toEqual([]);
  });

  it("is asked about, with the size half a step away, when the ring does not fit", () => {
    expect(edit("it is too tight").questions).toMatchObject([
      { field: "innerDiameterMm", nearest: 17.73 },
    ]);
  });

  it("is no longer asked about once a later word settles it", () => {
    expect(start("rose gold ring size 20 JP").questions).toEqual([]);
  });
});

describe("what is noted beside the fields", () => {
  it("is the system a bare size was read in", () => {
    expect(start("a silver ring size 54").notes?.[0]?.message).toContain("EU 54");
  });

  it("is the budget, in minor units", () => {
    expect(start("a silver ring under 800 EUR").budget).toEqual({
      currency: "EUR",
      amountMinor: 80000,
    });
    expect(start("a silver ring for at most $1,250").budget).toEqual({
      currency: "USD",
      amountMinor: 125000,
    });
  });

  it("is the mass, as a limit or as it shall be", () => {
    expect(edit("keep it under 4 g").mass).toEqual({ g: 4, isLimit: true });
    expect(edit("at most 3.5 grams of 14k")).toMatchObject({
      mass: { g: 3.5, isLimit: true },
      patch: { alloy: "gold-14k-rose" },
    });
    expect(edit("make it 5 g").mass).toEqual({ g: 5, isLimit: false });
    expect(edit("make it 5 g").patch).toEqual({});
  });

  it.each([
    ["a size run from US 4 to 13", "us", "4", "13"],
    ["make it in sizes US 4 - 13", "us", "4", "13"],
    ["sizes 50 to 60", "eu", "50", "60"],
    ["for UK H to R", "uk", "H", "R"],
    ["ring sizes 4 to 9", "us", "4", "9"],
  ])("is a run of sizes: %s", (message, system, from, to) => {
    const reading = edit(message);
    expect(reading.sizes).toEqual({ system, from, to });
    expect(reading.patch).toEqual({});
  });

  it("is that a part to remove is not there", () => {
    expect(edit("no side stones").notes?.[0]?.message).toContain("no side stones");
  });
});

describe("a message about something else", () => {
  it.each([
    "what is the weather in Paris",
    "hello",
    "a gold necklace with a ruby",
    "tell me a joke about my king",
    "asdf qwer zxcv",
  ])("is not taken for a ring: %s", (message) => {
    expect(start(message).confidence).toBeLessThan(0.2);
  });

  it("is a hint only when a ring is named and nothing about it", () => {
    const reading = start("a ring");
    expect(reading.patch).toEqual({});
    expect(reading.confidence).toBeLessThan(0.5);
  });
});

describe("the weight of a stone", () => {
  it("sets a round diamond of 1 ct to the published 6.4 mm", () => {
    expect(start("white gold solitaire with a 1 ct diamond").patch.stoneLengthMm).toBe(6.4);
  });

  it("makes a lighter material larger for the same carats", () => {
    const length = (stone: string) =>
      start(`gold solitaire with a 2 carat round ${stone}`).patch.stoneLengthMm ?? 0;
    expect(length("emerald")).toBeGreaterThan(length("zirconia"));
  });
});

describe("any message", () => {
  const said = [...NEW_RINGS, ...EDITS].flatMap(([message]) => message.split(" "));
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...said) },
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, min: -50, max: 5000 }).map(String),
  );
  const message = fc.array(word, { maxLength: 20 }).map((words) => words.join(" "));

  it("is read without an error, and what is read is a valid ring", () => {
    fc.assert(
      fc.property(message, fc.boolean(), (text, isEdit) => {
        const { patch, confidence } = RING_READER.read(text, {
          current: isEdit ? RING : null,
          locale: "en",
        });
        expect(ringSchema.safeParse({ ...RING, ...patch }).error).toBeUndefined();
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

describe("suggestions for the next step", () => {
  it.each(["plain", "solitaire", "halo", "three-stone"] as const)(
    "are messages that change a %s ring",
    (style) => {
      const ring = { ...ringSchema.parse({}), style };
      for (const suggestion of suggestForRing(ring)) {
        expect(Object.keys(edit(suggestion, ring).patch), suggestion).not.toEqual([]);
      }
    },
  );
});
