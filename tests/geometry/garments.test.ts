import { describe, expect, it } from "vitest";
import { drawGarment } from "#lib/kernel/garment/drawing/drawing.ts";
import { garmentFindings } from "#lib/kernel/garment/findings.ts";
import { dressForm } from "#lib/kernel/garment/form.ts";
import { layGarment } from "#lib/kernel/garment/laid.ts";
import { layMarker } from "#lib/kernel/garment/pattern/marker.ts";
import {
  cutAreaMm2,
  cuttingLine,
  lengthOf,
  netAreaMm2,
  type PatternPiece,
} from "#lib/kernel/garment/pattern/outline.ts";
import { patternOf } from "#lib/kernel/garment/pattern/pattern.ts";
import { girthOf } from "#lib/kernel/garment/section.ts";
import { edgeLength, techPackOf } from "#lib/kernel/garment/tech-pack.ts";
import { sidePlaces } from "#lib/kernel/garment/torso-panels.ts";
import { coatDesign } from "#lib/kinds/coat/design.ts";
import { coatSchema } from "#lib/kinds/coat/schema.ts";
import { dressDesign } from "#lib/kinds/dress/design.ts";
import { dressSchema } from "#lib/kinds/dress/schema.ts";
import { skirtKindDesign } from "#lib/kinds/skirt/design.ts";
import { skirtSchema } from "#lib/kinds/skirt/schema.ts";
import { trousersDesign } from "#lib/kinds/trousers/design.ts";
import { trousersSchema } from "#lib/kinds/trousers/schema.ts";

const skirtOf = (wish: object) => layGarment(skirtKindDesign(skirtSchema.parse(wish)));
const dressOf = (wish: object) => layGarment(dressDesign(dressSchema.parse(wish)));

const panelsOf = (pieces: readonly PatternPiece[]) =>
  pieces.filter(({ id }) => id.startsWith("skirt"));
const areaOf = (pieces: readonly PatternPiece[]) =>
  pieces.reduce((sum, piece) => sum + piece.count * netAreaMm2(piece), 0);

/** Within a part of the expected value. */
function expectClose(value: number, expected: number, part = 0.001) {
  expect(Math.abs(value / expected - 1)).toBeLessThan(part);
}

describe("the flat pieces", () => {
  it.each([400, 640, 1000])(
    "of a circle skirt of %i mm have the area π(R² − r²), in as many panels as the cloth needs",
    (skirtLengthMm) => {
      const laid = skirtOf({ skirtShape: "circle", skirtLengthMm, waistMm: 1000, hipMm: 1000 });
      const inner = laid.girths.waistMm / (2 * Math.PI);
      const panels = panelsOf(patternOf(laid).pieces);
      expectClose(areaOf(panels), Math.PI * ((inner + skirtLengthMm) ** 2 - inner ** 2));
    },
  );

  it("of a half-circle skirt have half the area of the ring", () => {
    const laid = skirtOf({ skirtShape: "half-circle", skirtLengthMm: 600 });
    const inner = laid.girths.waistMm / Math.PI;
    expectClose(
      areaOf(panelsOf(patternOf(laid).pieces)),
      (Math.PI / 2) * ((inner + 600) ** 2 - inner ** 2),
    );
  });

  it("of a straight skirt are rectangles as wide as the hip", () => {
    const laid = skirtOf({ skirtShape: "straight", skirtLengthMm: 600 });
    expectClose(areaOf(panelsOf(patternOf(laid).pieces)), laid.girths.hipMm * 600, 1e-9);
  });

  it("of a gathered skirt are rectangles as wide as the waist with its gathers", () => {
    const laid = skirtOf({ skirtShape: "gathered", skirtLengthMm: 500, gatherPercent: 80 });
    expectClose(areaOf(panelsOf(patternOf(laid).pieces)), laid.girths.waistMm * 1.8 * 500, 1e-9);
  });

  it("are cut with 10 mm at seams: a band of l × h takes (l + 20) × (h + 20)", () => {
    const laid = skirtOf({ waistbandMm: 40 });
    const band = patternOf(laid).pieces.find(({ id }) => id === "waistband")!;
    expectClose(cutAreaMm2(band), (laid.girths.waistMm + 30 + 20) * (80 + 20), 1e-9);
    expect(cuttingLine(band)).toHaveLength(4);
  });

  it("have hems as long as the finished hem", () => {
    const laid = skirtOf({ skirtShape: "a-line", flareDeg: 90, skirtLengthMm: 700 });
    const { finished } = techPackOf(laid);
    const hem = finished.find(({ name }) => name === "Skirt hem, around")!;
    expectClose(edgeLength(panelsOf(patternOf(laid).pieces), "hem"), hem.valueMm);
  });

  it("have a sleeve cap that is the armhole with 3 % to ease in", () => {
    for (const wish of [{}, { fit: "loose" }, { bustMm: 1100 }]) {
      const { pieces, armholeMm } = patternOf(dressOf(wish));
      const sleeve = pieces.find(({ id }) => id === "sleeve")!;
      const cap = sleeve.edges.find(({ name }) => name === "sleeve cap")!;
      expectClose(lengthOf(cap.points), armholeMm * 1.03, 0.002);
    }
  });

  it("of front and back meet in seams of one length: shoulder and side", () => {
    const { pieces } = patternOf(dressOf({}));
    for (const name of ["shoulder seam", "side seam"]) {
      const [front, back] = pieces
        .filter(({ id }) => id.endsWith("body"))
        .map(({ edges }) => lengthOf(edges.find((edge) => edge.name === name)!.points));
      expect(Math.abs(front! - back!)).toBeLessThan(0.5);
    }
  });

  it("take cloth that holds them all, and the rest of it is the waste", () => {
    const laid = dressOf({});
    const { pieces } = patternOf(laid);
    const { piecesMm2, lengthMm, clothWidthMm, wastePercent } = layMarker(
      pieces,
      laid.design.fabric,
    );
    expectClose(
      piecesMm2,
      pieces.reduce((sum, piece) => sum + piece.count * cutAreaMm2(piece), 0),
      1e-12,
    );
    expect(wastePercent).toBeGreaterThan(0);
    expectClose(piecesMm2 / (lengthMm * clothWidthMm), 1 - wastePercent / 100, 1e-9);
  });

  it("are judged by the cloth's weight in g/m²", () => {
    const weight = garmentFindings(dressOf({ gsm: 150 })).find(
      ({ rule }) => rule === "cloth-weight",
    );
    expect(weight).toMatchObject({ status: "pass", value: 150, unit: "gsm" });
  });

  it("weigh their area by the cloth's weight", () => {
    const { fabricAreaM2, massG } = techPackOf(dressOf({ gsm: 150 }));
    expectClose(massG, fabricAreaM2 * 150, 1e-12);
  });
});

describe("the form", () => {
  it.each([
    { bustMm: 880, waistMm: 720, hipMm: 960, heightMm: 1680 },
    { bustMm: 1100, waistMm: 940, hipMm: 1170, heightMm: 1750 },
  ])("measures what the body measures: $bustMm–$waistMm–$hipMm", (body) => {
    const form = dressForm(body);
    expectClose(girthOf(form.spannedAt(form.levels.bustMm)), body.bustMm);
    expectClose(girthOf(form.at(form.levels.waistMm)), body.waistMm);
    expectClose(girthOf(form.at(form.levels.hipMm)), body.hipMm);
  });
});

describe("the shape", () => {
  it("hangs a skirt's full hem: what does not stand out falls into folds", () => {
    for (const skirtShape of ["half-circle", "circle", "a-line", "straight"]) {
      const { skirt } = skirtOf({ skirtShape });
      const ring = skirt!.hang.ring(skirt!.flare.lengthMm);
      const points = Array.from({ length: 1441 }, (_, i) =>
        skirt!.hang.point(ring, (2 * Math.PI * i) / 1440),
      );
      const around = points
        .slice(1)
        .reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]), 0);
      const hem = techPackOf(skirtOf({ skirtShape })).finished.find(({ name }) =>
        name.startsWith("Skirt hem"),
      )!;
      expectClose(around, hem.valueMm, 0.02);
    }
  });
});

describe("a halter", () => {
  const { torso } = dressOf({ neckline: "halter", sleeve: "none" });
  const { underarmZ, shoulder, sectionAt } = torso!;
  const edgeMm = (side: "front" | "back", t: number) => {
    const z = underarmZ + (shoulder.tip.z - underarmZ) * t;
    const [x] = torso!.point({ angle: torso!.armhole(side, t), z });
    return { xMm: x, formMm: sectionAt(z).halfWidthMm };
  };

  it.each(["front", "back"] as const)("leaves the shoulder bare: %s", (side) => {
    for (const t of [0.4, 0.6, 0.8]) {
      const { xMm, formMm } = edgeMm(side, t);
      expect(xMm).toBeLessThan(shoulder.tipXMm + 45);
      expect(xMm).toBeLessThan(formMm - 25);
    }
  });

  it("begins under the arm and ends in a strap at the neck", () => {
    expect(edgeMm("front", 0).xMm).toBeCloseTo(edgeMm("front", 0).formMm, 1);
    expect(edgeMm("front", 1).xMm).toBeCloseTo(shoulder.tipXMm, 0);
  });

  it("has columns that never fold over each other", () => {
    for (const side of ["front", "back"] as const) {
      const places = sidePlaces(torso!, side);
      for (let v = 0.05; v < 1; v += 0.05) {
        const angles = Array.from({ length: 41 }, (_, i) => places(i / 40, v).angle);
        expect(angles.every((angle, i) => i === 0 || angle > angles[i - 1]!)).toBe(true);
      }
    }
  });
});

describe("the drawing", () => {
  it("says the measures it is drawn by", () => {
    const spec = dressSchema.parse({ skirtShape: "a-line", flareDeg: 60 });
    const svg = drawGarment(dressDesign(spec), { title: "A & B", words: "words" });
    const { girths } = layGarment(dressDesign(spec));
    const said = (words: string) => svg.includes(`>${words}</text>`);
    expect(said(`½ bust ${Math.round(girths.bustMm / 2)}`)).toBe(true);
    expect(said(`½ waist ${Math.round(girths.waistMm / 2)}`)).toBe(true);
    expect(said(`skirt ${spec.skirtLengthMm}`)).toBe(true);
    expect(svg).toContain("A &amp; B");
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("is a tenth of the garment on paper", () => {
    const svg = drawGarment(coatDesign(coatSchema.parse({})), { title: "Coat", words: "" });
    const [, paperMm, viewMm] = /width="([\d.]+)mm".*?viewBox="0 0 (\d+)/.exec(svg)!;
    expect(Math.abs(Number(paperMm) * 10 - Number(viewMm))).toBeLessThanOrEqual(1);
  });

  it("draws trousers by their rise and inseam", () => {
    const svg = drawGarment(trousersDesign(trousersSchema.parse({ inseamMm: 300 })), {
      title: "Shorts",
      words: "",
    });
    expect(svg).toContain(">inseam 300</text>");
  });
});
