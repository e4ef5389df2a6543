import { describe, expect, it } from "vitest";
import { paletteOf } from "#lib/kernel/look/palette.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { readNegative, withoutAvoided } from "#lib/kinds/variants/avoid.ts";
import { dressIn } from "#lib/kinds/variants/dress-in.ts";
import { fieldsOfPart } from "#lib/kinds/variants/part-fields.ts";
import { lookWords, readLook } from "#lib/kinds/variants/read-look.ts";
import { dressInPalette } from "#lib/kinds/variants/read-palette.ts";
import { noteChanges } from "#lib/kinds/variants/repaint-spec.ts";
import { seededRandom } from "#lib/kinds/variants/seeded.ts";
import { STYLE_IDS, STYLES } from "#lib/kinds/variants/styles.ts";
import { varySpec } from "#lib/kinds/variants/vary-spec.ts";

/** Green, gold, and a red that a ring has no further part for. */
const PALETTE = paletteOf(
  Uint8Array.from(
    [
      ...Array(50).fill([226, 190, 120]),
      ...Array(30).fill([15, 120, 60]),
      ...Array(20).fill([200, 20, 40]),
    ].flat(),
  ),
);

const ring = getKind("ring");
const ringSpec = ring.schema.parse({ style: "halo" });
const vary = (seed: number) => varySpec(ring, ringSpec, seededRandom(seed));

describe("a variation", () => {
  it.each(listKinds().map((kind) => [kind.id, kind] as const))(
    "of a %s stays within its ranges and types",
    (_, kind) => {
      const spec = kind.schema.parse({});
      for (let seed = 0; seed < 40; seed++) {
        const varied = varySpec(kind, spec, seededRandom(seed));
        expect(parseSpec(kind, varied)).toEqual(varied);
      }
    },
  );

  it("is the same for a seed, and another for another", () => {
    expect(vary(7)).toEqual(vary(7));
    const all = Array.from({ length: 12 }, (_, seed) => JSON.stringify(vary(seed)));
    expect(new Set(all).size).toBeGreaterThan(10);
  });

  it("leaves the finger's size and the metal alone", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { innerDiameterMm, alloy } = vary(seed);
      expect([innerDiameterMm, alloy]).toEqual([ringSpec.innerDiameterMm, ringSpec.alloy]);
    }
  });
});

describe("what shall not be", () => {
  it("is read as the kind reads any words, for all stones alike", () => {
    const { avoided, notes } = readNegative(
      ring,
      "no diamonds, without a halo, watermark, unicorns",
      "en",
    );
    expect(avoided).toContainEqual({ field: "style", value: "halo" });
    expect(avoided).toContainEqual({ field: "haloStone", value: "diamond" });
    expect(notes.map(({ verdict }) => verdict)).toEqual(["kept", "refused"]);
  });

  it("goes out of a spec, field by field", () => {
    const { avoided } = readNegative(ring, "no halo, no diamonds", "en");
    const { spec } = withoutAvoided(ring, ringSpec, avoided);
    expect(spec.style).toBe("solitaire");
    expect(Object.values(spec)).not.toContain("diamond");
  });
});

describe("a style", () => {
  it.each(STYLE_IDS)("%s gives every kind materials that it takes", (id) => {
    for (const kind of listKinds()) {
      const dressed = dressIn(kind, kind.schema.parse({}), STYLES[id]);
      expect(parseSpec(kind, dressed)).toEqual(dressed);
    }
  });

  it("keeps the karat of gold", () => {
    const white = ring.schema.parse({ alloy: "gold-14k-white-pd" });
    expect(dressIn(ring, white, STYLES.romantic).alloy).toBe("gold-14k-rose");
  });
});

describe("a note", () => {
  const notes = [
    ...readNegative(ring, "watermark, unicorns", "en").notes,
    ...noteChanges(ring, ringSpec, { ...ringSpec, stone: "ruby" }),
    ...dressInPalette(ring, ringSpec, PALETTE).notes,
  ];

  it.each(["de", "fr", "vi"])("is told in %s", (locale) => {
    for (const { message } of notes) expect(sentenceIn(locale, message)).not.toBe(message);
  });
});

describe("the fields of a part", () => {
  const materialOf = (
    id: string,
    given: object,
    name: string,
    role: "metal" | "stone" | "cloth",
  ) => {
    const kind = getKind(id);
    return fieldsOfPart(kind, kind.schema.parse(given), { name, role, material: "" }).material
      ?.name;
  };

  it.each([
    ["ring", { style: "halo" }, "centre-stone", "stone"],
    ["ring", { style: "halo" }, "halo-stone-3", "haloStone"],
    ["ring", { style: "three-stone" }, "side-stone-left", "sideStone"],
    ["ring", { shoulders: "pave" }, "pave-stone-12", "paveStone"],
    ["earrings", { style: "drop" }, "left-stone", "stone"],
    ["earrings", { style: "drop" }, "right-upper-stone", "topStone"],
    ["cluster", {}, "outer-stone-2", "petalStone"],
    ["eternity", {}, "stone-9", "stone"],
    ["bangle", {}, "stone-1", "stone"],
    ["pendant", { halo: true }, "halo-stone-1", "haloStone"],
  ])("of a %s %j: %s is %s", (id, given, name, field) => {
    expect(materialOf(id, given, name, "stone")).toBe(field);
  });

  it("of metal are everything but stones and sizes", () => {
    const { material, fields } = fieldsOfPart(ring, ringSpec, {
      name: "metal",
      role: "metal",
      material: "",
    });
    const names = fields.map(({ name }) => name);
    expect(material?.name).toBe("alloy");
    expect(names).toEqual(expect.arrayContaining(["finish", "bandWidthMm", "prongWidthMm"]));
    expect(names).not.toContain("innerDiameterMm");
    expect(names).not.toContain("stone");
  });

  it("of a cloth are its colour first, and its own group", () => {
    const dress = getKind("dress");
    const part = { name: "left sleeve", role: "cloth", material: "" } as const;
    const { material, fields } = fieldsOfPart(dress, dress.schema.parse({}), part);
    expect(material?.name).toBe("colour");
    expect(fields.map(({ name }) => name)).toContain("sleeve");
  });
});

describe("words of light, ground and side", () => {
  it("are read back from the sentence they are written as", () => {
    for (const view of ["front", "side", "back", "top", "detail"] as const) {
      for (const lights of ["studio", "daylight", "dramatic"] as const) {
        const look = { view, lights, background: "dark" } as const;
        expect(readLook(lookWords(look))).toEqual(look);
      }
    }
  });

  it("say nothing where they are not said", () => {
    expect(readLook("a rose gold ring with a 6 mm sapphire")).toEqual({});
  });
});
