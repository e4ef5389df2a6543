import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "#lib/kinds/kind.ts";
import { FROCK, FROCK_SCHEMA, PLAQUE, PLAQUE_SCHEMA } from "./sample-kinds.ts";

type Patch = Record<string, unknown>;
type Row = readonly [message: string, patch: Patch];

const context = { current: null, locale: "en" };
const plaque = (message: string): Reading<Patch> => PLAQUE.read(message, context);
const frock = (message: string): Reading<Patch> => FROCK.read(message, context);

const PLAQUES: readonly Row[] = [
  [
    "a heart plaque in 14k rose gold, 30 mm high",
    { shape: "heart", alloy: "gold-14k-rose", heightMm: 30 },
  ],
  [
    "silver plaque 3 cm x 2 cm x 1.5 mm",
    { alloy: "silver-925", heightMm: 30, widthMm: 20, thicknessMm: 1.5 },
  ],
  ["plaque 40 x 30 x 3 mm", { heightMm: 40, widthMm: 30, thicknessMm: 3 }],
  [
    "a plaque with a 7 x 5 mm oval ruby",
    { stone: "ruby", cut: "oval", stoneLengthMm: 7, stoneWidthMm: 5 },
  ],
  [
    "a plaque with a sapphire and a diamond halo",
    { stone: "sapphire", halo: true, haloStone: "diamond" },
  ],
  ["plaque, six prongs, soft square", { prongs: "6", shape: "soft-square" }],
  ["a plaque with a satin back", { backFinish: "satin" }],
  ["a plaque, the front satin", { frontFinish: "satin" }],
  ['a plaque saying "Rose" in silver', { name: "Rose", alloy: "silver-925" }],
  ["a plaque named Luca in platinum", { name: "Luca", alloy: "platinum-950" }],
  ["plaque with the name Zoë, back engraved with J&M 2026", { name: "Zoë", backText: "J&M 2026" }],
  ["plaque on a chain of 50 cm", { chainMm: 500 }],
  ['plaque with an 18" chain', { chainMm: 457.2 }],
  ["plaque with an 18 in chain", { chainMm: 457.2 }],
  ["a plaque, chain length 60 cm", { chainMm: 600 }],
  ["plaque as a choker", { chainMm: 400 }],
  ["number of links 20 on the plaque", { links: 20 }],
  ["a hart plaqe in whte gold", { shape: "heart", alloy: "gold-18k-white-pd" }],
];

const FROCKS: readonly Row[] = [
  ["a red frock with a white collar", { cloth: "#c3262d", collarColour: "#f4f3ef" }],
  ["navy frock, collar in dark green", { cloth: "#1c2a48", collarColour: "#1f4a36" }],
  ["a frock with white dots on navy", { print: "dots", printColour: "#f4f3ef", cloth: "#1c2a48" }],
  ["green frock with red stripes", { cloth: "#3a8f4f", print: "stripes", printColour: "#c3262d" }],
  ["a frock with a yellow print", { printColour: "#f2c230" }],
  ["a yellow tunic", { lengthMm: 700, cloth: "#f2c230" }],
  ["a #AA3355 frock", { cloth: "#aa3355" }],
  ["a frock with long sleeves and pockets", { sleeve: "long", pockets: true }],
  ["a long frock", { lengthMm: 1200 }],
  ["sleeveless frock, no pockets", { sleeve: "none", pockets: false }],
  ["frock without sleeves", { sleeve: "none" }],
  ["a frock with puff sleeves", { sleeve: "puff" }],
  ["frock with a peter pan collar", { collarStyle: "peter-pan" }],
  ["frock, flare 60 %", { flare: 60 }],
  ["gown size 40", { bustMm: 920, waistMm: 760, hipMm: 1000 }],
  ["gown in US 8", { bustMm: 840, waistMm: 680, hipMm: 920 }],
  ["gown UK size 14", { bustMm: 920, waistMm: 760, hipMm: 1000 }],
  ["a gown, size M", { bustMm: 920, waistMm: 760, hipMm: 1000 }],
  ["frock, bust 90 cm, waist 70 cm, hips 96 cm", { bustMm: 900, waistMm: 700, hipMm: 960 }],
  ["a frock 1.1 m long", { lengthMm: 1100 }],
];

describe("a kind described by a table", () => {
  it.each(PLAQUES)("reads: %s", (message, patch) => {
    const reading = plaque(message);
    expect(reading.patch).toEqual(patch);
    expect(reading.questions).toEqual([]);
    expect(reading.refused).toEqual([]);
  });

  it.each(FROCKS)("reads: %s", (message, patch) => {
    const reading = frock(message);
    expect(reading.patch).toEqual(patch);
    expect(reading.questions).toEqual([]);
    expect(reading.refused).toEqual([]);
  });

  it("changes what is there", () => {
    const current = { ...plaque("a plaque").patch };
    const base = { heightMm: 24, widthMm: 18, thicknessMm: 2, shape: "round", alloy: "silver-925" };
    const rest = {
      frontFinish: "polished",
      backFinish: "polished",
      stone: "diamond",
      cut: "round",
    };
    const stones = {
      stoneLengthMm: 5,
      stoneWidthMm: 5,
      halo: true,
      haloStone: "ruby",
      prongs: "4",
    };
    const texts = { name: "Anna", backText: "2026", chainMm: 450, links: 12 };
    const spec = { ...current, ...base, ...rest, ...stones, ...texts } as never;
    const edit = (message: string) => PLAQUE.read(message, { current: spec, locale: "en" });
    expect(edit("a bit wider").patch).toEqual({ widthMm: 19.8 });
    expect(edit("20 % taller").patch).toEqual({ heightMm: 28.8 });
    expect(edit("half the thickness").patch).toEqual({ thicknessMm: 1 });
    expect(edit("chain 5 cm longer").patch).toEqual({ chainMm: 500 });
    expect(edit("without the halo").patch).toEqual({ halo: false });
    expect(edit("more prongs").patch).toEqual({ prongs: "6" });
    expect(edit("change the name to Maria").patch).toEqual({ name: "Maria" });
    expect(edit("nothing on the back please, no back text").patch).toEqual({ backText: "" });
    expect(edit("bigger stone").patch).toEqual({ stoneLengthMm: 6, stoneWidthMm: 6 });
    expect(edit("bigger").patch).toEqual({ heightMm: 28.8 });
  });

  it("refuses what is out of range with the nearest", () => {
    expect(plaque("a plaque 90 mm high").refused).toMatchObject([
      { field: "heightMm", nearest: 60 },
    ]);
    expect(plaque("a plaque with three prongs").refused).toMatchObject([
      { field: "prongs", nearest: "4" },
    ]);
    const long = plaque('a plaque saying "Maximilian Friedrich"').refused[0];
    expect(long).toMatchObject({ field: "name", nearest: "Maximilian" });
    expect(frock("a frock in size 37").questions[0]?.message).toContain("EU 32 to 48");
  });

  it("asks about what it does not know", () => {
    expect(plaque("plaque with filigree").questions[0]?.message).toContain("filigree");
    expect(plaque("plaque with a pink stone").questions[0]?.message).toContain("Which pink stone");
    expect(plaque("tungsten plaque").questions[0]?.message).toContain("tungsten");
  });

  it("takes bare numbers for what they can be and says so", () => {
    const reading = plaque("plaque with a chain of 45");
    expect(reading.patch).toEqual({ chainMm: 450 });
    expect(reading.notes?.[0]?.message).toBe("Chain length read as 45 cm.");
    expect(plaque("plaque, chain 18").patch).toEqual({ chainMm: 457.2 });
  });

  it("is not taken for another piece", () => {
    expect(plaque("a gold ring with a ruby").confidence).toBe(0);
    expect(frock("a heart plaque of gold").confidence).toBeLessThan(0.2);
  });
});

describe("any message to a table's kind", () => {
  const said = [...PLAQUES, ...FROCKS].flatMap(([message]) => message.split(" "));
  const word = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...said) },
    fc.string({ maxLength: 12 }),
    fc.double({ noNaN: true, min: -50, max: 5000 }).map(String),
    fc.string({ maxLength: 40 }).map((text) => `engraved with "${text}"`),
  );
  const message = fc.array(word, { maxLength: 20 }).map((words) => words.join(" "));

  it("is read without an error, and what is read is valid", () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(PLAQUE_SCHEMA.safeParse(plaque(text).patch).error).toBeUndefined();
        expect(FROCK_SCHEMA.safeParse(frock(text).patch).error).toBeUndefined();
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
