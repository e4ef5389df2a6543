import { describe, expect, it } from "vitest";
import { loadSolidKernel, type Point2 } from "#lib/kernel/solid/kernel.ts";
import { boldSection, offsetSection, sectionOf } from "#lib/kernel/solid/section.ts";
import { flattenPath } from "#lib/kernel/text/flatten.ts";
import { FONT_IDS, getFont } from "#lib/kernel/text/fonts.ts";
import { missingLetters, nearestText, requireLetters } from "#lib/kernel/text/letters.ts";
import { textOutlines } from "#lib/kernel/text/text-outlines.ts";
import { AppError } from "#lib/shared/errors.ts";

const kernel = await loadSolidKernel();

const areaOf = (contours: readonly (readonly Point2[])[]) =>
  kernel.scope(() => sectionOf(kernel, contours).area());

describe("fonts", () => {
  it.each(FONT_IDS)("%s has the letters of Vietnamese, German and French", (id) => {
    const words = "Nguyễn Thị Ánh Đặng Tường Vy Größe Ärger Übermut ÄÖÜẞ Cœur Noël Ça Où Île Élève";
    expect(missingLetters(words, getFont(id))).toEqual([]);
  });

  it("kern pairs, also where the package keeps them behind an extension", () => {
    const roman = getFont("roman");
    const apart = ["A", "V"].map((letter) => roman.glyphs[letter]![0]!);
    const together = textOutlines("AV", roman, { heightMm: roman.capHeight }).advanceMm;
    expect(together - apart[0]! - apart[1]!).toBeCloseTo(-74, 6);
  });

  it("kern a letter with a mark as the letter alone", () => {
    const options = { heightMm: 10 };
    const plain = textOutlines("AV", getFont("roman"), options).advanceMm;
    expect(textOutlines("ÁV", getFont("roman"), options).advanceMm).toBeCloseTo(plain, 6);
  });
});

describe("text outlines", () => {
  it("stand on the baseline at the height asked for", () => {
    const { box } = textOutlines("H", getFont("sans"), { heightMm: 5 });
    expect(box?.minY).toBeCloseTo(0, 6);
    expect(box?.maxY).toBeCloseTo(5, 6);
  });

  it("keep to the curves within the tolerance", () => {
    const contours = flattenPath("M0 0Q1000 0 1000 1000L0 1000", 0.5);
    // The area beside the parabola is 5/6 of its square; a chord's piece of it misses two thirds of the tolerance.
    const missing = (5 / 6) * 1e6 - areaOf(contours);
    expect(missing).toBeGreaterThanOrEqual(0);
    expect(missing).toBeLessThan(1623 * 0.5);
    expect(contours[0]!.length).toBeLessThan(40);
  });

  it("overlapping strokes count once", () => {
    const { contours } = textOutlines("Ó", getFont("script"), { heightMm: 10 });
    const sum = contours.reduce((total, contour) => total + areaOf([contour]), 0);
    expect(areaOf(contours)).toBeLessThan(sum);
  });

  it("on an arc have the same area, and every foot on the circle", () => {
    const options = { heightMm: 3, arc: { radiusMm: 10, feet: "inwards" } } as const;
    const straight = textOutlines("HIL", getFont("sans"), { heightMm: 3 });
    const bent = textOutlines("HIL", getFont("sans"), options);
    expect(areaOf(bent.contours)).toBeCloseTo(areaOf(straight.contours), 6);
    const radii = bent.contours.flat().map(([x, y]) => Math.hypot(x, y));
    expect(Math.min(...radii)).toBeGreaterThanOrEqual(10 - 1e-9);
    expect(bent.box!.minY).toBeGreaterThan(0);
    const lower = textOutlines("HIL", getFont("sans"), {
      heightMm: 3,
      arc: { radiusMm: 10, feet: "outwards" },
    });
    expect(lower.box!.maxY).toBeLessThan(0);
  });
});

describe("letters a font lacks", () => {
  it("are answered with the nearest text that works", () => {
    const roman = getFont("roman");
    expect(nearestText("Anna ♥ Ben", roman)).toBe("Anna Ben");
    expect(nearestText("Ǻse", roman)).toBe("Åse".normalize("NFD").replace(/\p{M}/gu, ""));
  });

  it("are refused with field, letters and nearest text", () => {
    const given = { text: "Anna 安", field: "text", label: "Text", standard: "Anna" };
    try {
      requireLetters(given, getFont("script"));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).details).toMatchObject({
        field: "text",
        missing: ["安"],
        nearest: "Anna",
      });
    }
  });

  it("of a text nothing of which can be written give the standard text", () => {
    const given = { text: "安", field: "text", label: "Text", standard: "Anna" };
    expect(() => requireLetters(given, getFont("script"))).toThrow(/“Anna”/);
  });

  it("typed as letter and mark apart are joined", () => {
    const given = { text: "Noe\u0308l", field: "text", label: "Text", standard: "Anna" };
    expect(requireLetters(given, getFont("script"))).toBe("Noël");
  });
});

describe("bold letters", () => {
  it.each(FONT_IDS)("%s: every stroke is as wide as asked", (id) => {
    const font = getFont(id);
    kernel.scope(() => {
      const { contours, scale } = textOutlines("Name", font, { heightMm: 5 });
      const bold = boldSection(sectionOf(kernel, contours), 0.9, font.hairline * scale);
      // What a disc of nearly that width cannot reach is only the rounding of its own polygon.
      const opened = offsetSection(offsetSection(bold, -0.44), 0.44);
      expect(bold.subtract(opened).area() / bold.area()).toBeLessThan(0.01);
    });
  });

  it("wide enough already stay as they are", () => {
    kernel.scope(() => {
      const { contours } = textOutlines("Name", getFont("sans"), { heightMm: 10 });
      const section = sectionOf(kernel, contours);
      expect(boldSection(section, 0.5, 0.8)).toBe(section);
    });
  });
});
