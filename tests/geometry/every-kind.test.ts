import { unzipSync } from "fflate";
import { validateBytes } from "gltf-validator";
import { describe, expect, it } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import type { ExportFile } from "#lib/kernel/export/types.ts";
import { importMesh } from "#lib/kernel/import/import-mesh.ts";
import { boxOf, sizeOf } from "#lib/kernel/measure/extent.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece, type Piece } from "#lib/kinds/piece.ts";
import { type Field, fieldsOf } from "#lib/kinds/read/fields.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { repetitions } from "#tests/setup/length.ts";
import { ASSETS, kindsUnderTest, randomPiece } from "./any-kind.ts";

const kernel = await loadSolidKernel();
const seeds = Array.from({ length: repetitions(20, 200) }, (_, seed) => seed);

/** What must hold of the numbers of any piece. */
function expectSaneNumbers({ measures, price, words, findings }: Piece<Record<string, unknown>>) {
  expect(Math.min(...measures.boxMm)).toBeGreaterThan(0);
  expect(measures.areaMm2).toBeGreaterThan(0);
  // Of all bodies of a volume a ball has the least area: 36πV² ≤ A³.
  expect(measures.areaMm2 ** 3 * 1.001).toBeGreaterThan(36 * Math.PI * measures.volumeMm3 ** 2);
  const [x, y, z] = measures.boxMm;
  expect(measures.volumeMm3).toBeLessThanOrEqual(x * y * z * (1 + 1e-6));
  expect(measures.massG).toBeGreaterThan(0);
  expect(Object.values(measures.massByAlloy).every((grams) => grams > 0)).toBe(true);
  expect(price.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(price.totalMinor);
  expect(price.totalMinor).toBeGreaterThan(0);
  expect(words.trim().length).toBeGreaterThan(3);
  for (const { value, message } of findings) {
    expect(value === null || Number.isFinite(value)).toBe(true);
    expect(message.length).toBeGreaterThan(3);
  }
}

function expectClosedSolids(kind: Kind, { spec, measures }: Piece<Record<string, unknown>>) {
  expect([measures.pieces, measures.watertight]).toEqual([kind.pieces?.(spec) ?? 1, true]);
  expect(measures.volumeMm3).toBeGreaterThan(0);
}

/** The models among a piece's files, in every format that holds a mesh which is read here. */
async function modelsOf(piece: Piece<Record<string, unknown>>): Promise<ExportFile[]> {
  const files = await exportPiece(piece, ["glb", "stl", "3mf", "obj"]);
  return files.filter(({ format }) => format !== "manifest").map(unpacked);
}

/** An OBJ comes in a ZIP with its materials. */
function unpacked(file: ExportFile): ExportFile {
  if (file.format !== "obj") return file;
  const entries = Object.entries(unzipSync(file.bytes));
  const [filename, bytes] = entries.find(([name]) => name.endsWith(".obj"))!;
  return { ...file, filename, bytes };
}

/** A file to look at shows everything, one to make holds what is made. */
function boxIn({ purpose }: ExportFile, { parts, measures }: Piece<Record<string, unknown>>) {
  return purpose === "view" ? sizeOf(boxOf(parts.map(({ mesh }) => mesh))) : measures.boxMm;
}

async function expectValidGlb(piece: Piece<Record<string, unknown>>): Promise<void> {
  const [glb] = await exportPiece(piece, ["glb"]);
  const { issues } = await validateBytes(glb!.bytes);
  expect([issues.numErrors, issues.numWarnings, issues.messages]).toEqual([0, 0, []]);
}

function refusalOf(kind: Kind, field: Field, value: number) {
  try {
    parseSpec(kind, { [field.name]: value });
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error(`${kind.id} takes ${value} for ${field.name}.`);
}

describe.each(kindsUnderTest().map((kind) => [kind.id, kind] as const))("%s", (_id, kind) => {
  it.each(seeds)(
    "at random, seed %i: closed solids of positive volume, as many as stated",
    (seed) => {
      const piece = randomPiece(kernel, kind, seed, "preview");
      expectClosedSolids(kind, piece);
      expectSaneNumbers(piece);
    },
  );

  it("as it comes breaks none of its own rules", () => {
    const spec = kind.schema.parse({});
    const piece = buildPiece(kernel, kind, spec, "final", { assets: ASSETS });
    expectClosedSolids(kind, piece);
    expectSaneNumbers(piece);
    expect(piece.findings.filter(({ status }) => status === "fail")).toEqual([]);
  });

  it.each(seeds.slice(0, repetitions(2, 20)))(
    "its files come back with the same box, seed %i",
    async (seed) => {
      const piece = randomPiece(kernel, kind, seed, "preview");
      for (const file of await modelsOf(piece)) {
        const size = sizeOf(boxOf([importMesh(file.bytes, file.filename).mesh]));
        boxIn(file, piece).forEach((mm, k) => {
          expect(Math.abs(size[k]! - mm)).toBeLessThan(0.01);
        });
      }
    },
  );

  it("its GLB passes the Khronos validator, as it comes", async () => {
    const piece = buildPiece(kernel, kind, kind.schema.parse({}), "preview", { assets: ASSETS });
    await expectValidGlb(piece);
  });

  it.each(seeds.slice(0, repetitions(1, 10)))(
    "its GLB passes the Khronos validator, seed %i",
    async (seed) => {
      await expectValidGlb(randomPiece(kernel, kind, seed, "preview"));
    },
  );

  it("refuses a number out of range by field, value, range, unit and the nearest that works", () => {
    const numeric = fieldsOf(kind.schema).filter(({ type }) => /number|integer/.test(type));
    for (const field of numeric) {
      const { name, label, minimum, maximum } = field;
      expect([name, minimum, maximum]).toEqual([name, expect.any(Number), expect.any(Number)]);
      for (const [value, nearest] of [
        [minimum! - 1, minimum],
        [maximum! + 1, maximum],
      ] as const) {
        const error = refusalOf(kind, field, value);
        expect(error.code).toBe("invalid_input");
        expect(error.details).toMatchObject({ field: name, value, minimum, maximum, nearest });
        expect(error.details.unit).toBe(field.unit ?? null);
        expect(error.message).toContain(label);
      }
    }
  });
});
