import { describe, expect, it } from "vitest";
import { allCells, cellsOf } from "#components/desk/rates/cells.ts";
import { examplesOf } from "#components/desk/rates/examples.ts";
import { RATE_SECTIONS } from "#components/desk/rates/rate-table.ts";
import { readRates } from "#components/desk/rates/read-rates.ts";
import { isShown, withOwnRows } from "#components/desk/rates/shown.ts";
import { writeTexts } from "#components/desk/rates/write-texts.ts";
import { atelierRates } from "#lib/ateliers/rates.ts";
import desk from "../../../messages/en/desk.json" with { type: "json" };
import { HOUSE } from "../ateliers/samples.ts";

const FULL = atelierRates.parse(HOUSE);

const BARE = {
  ...{ asOf: "2026-11-01", validDays: "14", hourlyMinor: "60", markup: "1.2", roundToMinor: "1" },
};

describe("a rate card as texts", () => {
  it("reads back to the same card, with every rate there is", () => {
    const { rates, problems } = readRates(writeTexts(FULL), FULL.currency);
    expect(problems).toEqual({});
    expect(atelierRates.parse(rates)).toEqual(FULL);
  });

  it("has a field for every rate of the schema", () => {
    const paths = [...allCells()].map(({ path }) => path.split(".")[0]);
    const known = new Set([...paths, "currency"]);
    expect(Object.keys(atelierRates.shape).filter((name) => !known.has(name))).toEqual([]);
  });

  it("counts in the currency's own smallest unit", () => {
    const texts = { ...BARE, "metalPerGMinor.silver-925": "32.000" };
    expect(readRates(texts, "VND").rates.metalPerGMinor).toEqual({ "silver-925": 32_000 });
    const euro = { ...BARE, "metalPerGMinor.silver-925": "2,15" };
    expect(readRates(euro, "EUR").rates.metalPerGMinor).toEqual({ "silver-925": 215 });
  });

  it("names the field that is empty beside filled ones, left out, or no number", () => {
    const texts = {
      ...{ ...BARE, markup: "" },
      ...{ "chain.perLinkMinor": "0.4", hourlyMinor: "sixty" },
      ...{ "materials.pla-white.minor": "", "materials.pla-white.per": "g" },
      ...{ "stones.ruby.0.upToCarats": "", "stones.ruby.1.upToCarats": "0.5" },
      "stones.ruby.1.perCaratMinor": "420",
    };
    expect(readRates(texts, "EUR").problems).toEqual({
      ...{ markup: "missing", hourlyMinor: "number", "chain.claspMinor": "together" },
      "stones.ruby.0.upToCarats": "together",
      "stones.ruby.0.perCaratMinor": "together",
    });
  });

  it("takes the usual unit where none is chosen, and leaves out what no card has", () => {
    const texts = {
      ...{ ...BARE, "materials.pla-white.minor": "0.04", "materials.fabric-linen.minor": "18" },
      ...{ "materials.unobtainium.minor": "1", "__proto__.polluted": "1" },
    };
    const { rates } = readRates(texts, "EUR");
    expect(rates.materials).toEqual({
      "pla-white": { per: "g", minor: 4 },
      "fabric-linen": { per: "m2", minor: 1800 },
    });
    expect(atelierRates.safeParse(rates).success).toBe(true);
  });

  it("keeps a minus, so that the card's own rule refuses it at its field", () => {
    const { rates } = readRates(
      { ...BARE, "engraving.fixedMinor": "-1", "engraving.perLetterMinor": "1" },
      "EUR",
    );
    const parsed = atelierRates.safeParse(rates);
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "engraving.fixedMinor",
    ]);
  });
});

describe("the form of a rate card", () => {
  it("opens the sections of the crafts, and those with rates", () => {
    const ids = (crafts: string[], texts = {}) =>
      RATE_SECTIONS.filter((one) => isShown(one, crafts, texts)).map(({ id }) => id);
    expect(ids(["tailoring"])).toEqual(["general", "sewing"]);
    expect(ids(["fdm"], { "chain.claspMinor": "18.00" })).toEqual(["general", "chain", "fdm"]);
  });

  it("opens a row for what the atelier works in, once", () => {
    const groups = RATE_SECTIONS.flatMap((section) => section.groups);
    const texts = withOwnRows({ "materials.fabric-linen.minor": "18" }, { groups }, [
      "fabric-linen",
      "ruby",
    ]);
    expect(texts).toEqual({ "materials.fabric-linen.minor": "18", "stones.ruby.0.upToCarats": "" });
  });

  it("has words for every section and field", () => {
    const { fields, sections } = desk.rates;
    for (const { id, groups } of RATE_SECTIONS) {
      expect(sections).toHaveProperty([id]);
      for (const { field } of groups.flatMap((group) => cellsOf(group))) {
        expect(fields).toHaveProperty([field.label]);
      }
    }
  });
});

describe("examples", () => {
  it("show each part that is complete, and add up", () => {
    const examples = examplesOf(FULL);
    expect(examples.map(({ id }) => id)).toEqual([
      ...["band", "engraved", "set", "chain", "studs"],
      ...["sla", "fdm", "full-colour", "dress"],
    ]);
    for (const { price } of examples) {
      expect(price.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(
        price.totalMinor,
      );
    }
    const names = Object.keys(desk.rates.examples);
    expect(names).toEqual(expect.arrayContaining(examples.map(({ id }) => id)));
  });

  it("are nothing for an empty card, and only its own for a tailor's", () => {
    expect(examplesOf(readRates(BARE, "EUR").rates)).toEqual([]);
    const { sewing, materials } = FULL;
    const tailor = { ...readRates(BARE, "EUR").rates, sewing, materials };
    expect(examplesOf(tailor).map(({ id }) => id)).toEqual(["dress"]);
  });

  it("leave out what is half typed", () => {
    const texts = {
      ...BARE,
      "making.fixedMinor": "60",
      finishMinor: "20",
      "metalPerGMinor.brass": "1",
    };
    expect(examplesOf(readRates(texts, "EUR").rates)).toEqual([]);
  });
});
