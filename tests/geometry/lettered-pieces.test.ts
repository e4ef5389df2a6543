import { describe, expect, it } from "vitest";
import { tableZ } from "#lib/kernel/jewelry/signet.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { contoursOf, offsetSection } from "#lib/kernel/solid/section.ts";
import { engravedSection } from "#lib/kernel/text/engraving.ts";
import { FONT_IDS, getFont } from "#lib/kernel/text/fonts.ts";
import { joinedLetters } from "#lib/kernel/text/joined-letters.ts";
import { namePendant } from "#lib/kinds/name-pendant/index.ts";
import { namePendantSchema } from "#lib/kinds/name-pendant/schema.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { signet } from "#lib/kinds/signet/index.ts";
import { planSignet } from "#lib/kinds/signet/plan.ts";
import { type SignetSpec, signetSchema } from "#lib/kinds/signet/schema.ts";

const kernel = await loadSolidKernel();

const NAMES = ["Nguyễn", "Jürgen", "François", "Zoë", "Mai Ly", "Ôđê", "Größe"];

const signetOf = (fields: Partial<SignetSpec>) =>
  buildPiece(kernel, signet, signetSchema.parse(fields), "final");

/** Area of the faces that lie in the plane at a height, mm². */
function areaAt({ positions: p, indices }: Mesh, z: number): number {
  let area = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    if ([a, b, c].some((at) => Math.abs(p[at + 2]! - z) > 1e-4)) continue;
    area +=
      ((p[b]! - p[a]!) * (p[c + 1]! - p[a + 1]!) - (p[c]! - p[a]!) * (p[b + 1]! - p[a + 1]!)) / 2;
  }
  return area;
}

describe("joined letters", () => {
  it.each(FONT_IDS.flatMap((id) => NAMES.map((name) => [id, name] as const)))(
    "%s: %s is one piece with no stroke thinner than asked",
    (id, name) => {
      kernel.scope(() => {
        const word = joinedLetters(kernel, name, getFont(id), {
          heightMm: 12,
          lineMm: 0.9,
          join: "overlap",
        });
        expect(word.decompose().length).toBe(1);
        const opened = offsetSection(offsetSection(word, -0.42), 0.42);
        expect(word.subtract(opened).area() / word.area()).toBeLessThan(0.01);
      });
    },
  );

  it("are one piece also where nothing but a bar joins them", () => {
    kernel.scope(() => {
      const options = { heightMm: 10, lineMm: 0.9, join: "underline" } as const;
      const word = joinedLetters(kernel, "Lily", getFont("sans"), options);
      expect(word.decompose().length).toBe(1);
      expect(contoursOf(word).length).toBeGreaterThan(0);
    });
  });
});

describe("name pendants", () => {
  it("have an opening in each loop", () => {
    const genusOf = (hang: "loops" | "none") =>
      buildPiece(kernel, namePendant, namePendantSchema.parse({ text: "Lu", hang }), "preview")
        .measures.genus;
    expect(genusOf("loops") - genusOf("none")).toBeGreaterThanOrEqual(2);
  });

  it("are one piece without crumbs where thick strokes grow together", () => {
    const spec = namePendantSchema.parse({
      ...{ text: "Nguyễn", lettering: "sans", letterHeightMm: 17.5, lineMm: 1.95 },
      ...{ thicknessMm: 3.2, edgeMm: 0.15, hang: "none" },
    });
    expect(buildPiece(kernel, namePendant, spec, "preview").measures.pieces).toBe(1);
  });
});

describe("signet rings", () => {
  it.each([
    ["oval", 13, 11],
    ["round", 12, 12],
  ] as const)("an %s table has the area of its outline", (table, length, width) => {
    const fields = { table, tableLengthMm: length, tableWidthMm: width, text: "" };
    const { parts } = signetOf(fields);
    const z = tableZ(planSignet(signetSchema.parse(fields)));
    const outline = (Math.PI * length * width) / 4;
    expect(Math.abs(areaAt(parts[0]!.mesh, z) / outline - 1)).toBeLessThan(0.02);
  });

  it("letters take their area times their depth from the table", () => {
    const bare = signetOf({ text: "" }).measures.volumeMm3;
    const cut = signetOf({ text: "EM", letterHeightMm: 4, letterDepthMm: 0.6 });
    const areaMm2 = kernel.scope(() =>
      engravedSection(kernel, "EM", getFont("roman"), { heightMm: 4 }).area(),
    );
    expect(Math.abs((bare - cut.measures.volumeMm3) / (areaMm2 * 0.6) - 1)).toBeLessThan(0.01);
    expect(cut.findings.filter(({ status }) => status === "fail")).toEqual([]);
  });

  it("a seal's letters are mirrored: the same metal, another mesh", () => {
    const plain = signetOf({});
    const seal = signetOf({ seal: true });
    expect(seal.measures.volumeMm3).toBeCloseTo(plain.measures.volumeMm3, 2);
    expect(seal.meshHash).not.toBe(plain.meshHash);
  });
});
