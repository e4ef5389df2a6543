import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { validateBytes } from "gltf-validator";
import { describe, expect, it } from "vitest";
import { type FigurineInput, STANDARD_INPUT } from "#lib/figurines/options.ts";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { drawCartoons } from "#lib/kernel/figurine/cartoon/draw-cartoons.ts";
import { STYLE_IDS } from "#lib/kernel/figurine/cartoon/types.ts";
import { importMesh } from "#lib/kernel/import/import-mesh.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import { figurineParts, makeFigurine } from "#lib/kinds/figurine/build.ts";
import { figurineSpec, headSpec } from "#lib/kinds/figurine/from-face.ts";
import { figurine } from "#lib/kinds/figurine/index.ts";
import { figurineSchema } from "#lib/kinds/figurine/schema.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { buildPiece, finishPiece } from "#lib/kinds/piece.ts";
import { fieldOf } from "#lib/kinds/read/fields.ts";
import { DRAWN_MARKS, type DrawnFace, drawnFace, SOMEBODY } from "#tests/setup/face-photo.ts";
import { repetitions } from "#tests/setup/length.ts";
import { seededNumbers } from "./random-spec.ts";

const kernel = await loadSolidKernel();

async function rasterOf(face: DrawnFace): Promise<Raster> {
  const picture = drawnFace(face).ensureAlpha().raw();
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) };
}

const marks = {
  rightEye: DRAWN_MARKS.eyes.right,
  leftEye: DRAWN_MARKS.eyes.left,
  mouth: DRAWN_MARKS.mouth,
};

async function cartoonOf(face: DrawnFace, { style, strength, seed }: FigurineInput) {
  const photo = await rasterOf(face);
  const { reading, candidates } = drawCartoons(photo, { style, strength, seeds: [seed], marks });
  return { reading, cartoon: candidates[0]! };
}

async function specOf(face: DrawnFace, input: FigurineInput) {
  const { reading, cartoon } = await cartoonOf(face, input);
  const spec = figurineSpec(
    input,
    headSpec(input, reading, { faceId: "face", skin: cartoon.skin }),
  );
  return { spec, assets: { pictures: { face: cartoon.face } } };
}

async function pieceOf(face: DrawnFace, input: FigurineInput, quality: "preview" | "final") {
  const { spec, assets } = await specOf(face, input);
  return buildPiece(kernel, figurine, spec, quality, { assets });
}

const pick = <Value>(values: readonly Value[], next: () => number): Value =>
  values[Math.floor(next() * values.length)]!;

const hex = (next: () => number, low: number, high: number) =>
  `#${[0, 1, 2]
    .map(() => Math.floor(low + next() * (high - low)))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;

function randomFace(next: () => number): DrawnFace {
  return {
    ...SOMEBODY,
    skin: pick(["#f3d3b8", "#eabb95", "#d9a578", "#8a5a3c", "#5f3d28"], next),
    hair: pick(["#1d1512", "#5b3822", "#c98b3a", "#8c8a88", "#b5532a"], next),
    hairStyle: pick(["short", "long", "afro", "bald"] as const, next),
    eyes: hex(next, 30, 140),
    ground: hex(next, 120, 235),
    hasBeard: next() > 0.7,
  };
}

function randomInput(next: () => number): FigurineInput {
  return {
    ...STANDARD_INPUT,
    style: pick(STYLE_IDS, next),
    strength: 0.3 + 0.7 * next(),
    seed: Math.floor(next() * 1e6),
    template: pick(Object.keys(TEMPLATES) as FigurineInput["template"][], next),
    heightMm: Math.round(50 + 150 * next()),
    process: pick(["full-colour", "sla", "fdm"] as const, next),
    hair: pick(["auto", "auto", ...fieldValues("hair").slice(1)], next) as FigurineInput["hair"],
    glasses: pick(["none", "none", "round", "square"] as const, next),
    face: next() > 0.8 ? "drawn" : "picture",
    spec: {
      base: pick(["round", "square", "heart", "none"], next),
      plateText: pick(["", "ANNA", "Jo & Max"], next),
      pose: pick(["body", "body", ...fieldValues("pose")], next),
      hat: pick(["body", "body", ...fieldValues("hat")], next),
      prop: pick(["body", "body", ...fieldValues("prop")], next),
      cape: pick(["body", "body", ...fieldValues("cape")], next),
      buildPercent: Math.round(100 * next()),
    },
  };
}

/** Every value of a choice of the kind. */
const fieldValues = (name: string) => fieldOf(figurineSchema, name)?.values ?? [];

/** What may be lost of a figurine: crumbs that cutting leaves. */
const MOST_LOST = 0.001;
/** Two more than there are rounds: a crown's pearls fell off small heads there. */
const SEEDS = [...new Set([...Array.from({ length: repetitions(20, 100) }, (_, i) => i), 29, 66])];

describe("a figurine of a face photo", () => {
  it.each(SEEDS)(
    "is one closed solid of the right height, with its finest detail judged (seed %i)",
    async (seed) => {
      const next = seededNumbers(seed + 1);
      const input = randomInput(next);
      const { spec, assets } = await specOf(randomFace(next), input);
      const made = makeFigurine(spec, kernel, "preview", assets);
      const parts = figurineParts(spec, made);
      const { measures, findings } = finishPiece(figurine, spec, parts, "preview", { assets });
      expect([measures.pieces, measures.watertight]).toEqual([1, true]);
      expect(Math.abs(measures.boxMm[2] - input.heightMm)).toBeLessThan(0.1);
      const [half] = made.halves;
      expect(half!.droppedMm3 / measures.volumeMm3).toBeLessThan(MOST_LOST);
      const detail = findings.find(({ rule }) => rule === "smallest-detail")!;
      expect(detail.value! >= detail.limit! || detail.at !== null).toBe(true);
    },
  );

  it("shows the cartoon's own pixels where the face lies", async () => {
    const input = { ...STANDARD_INPUT, style: "vinyl" as const };
    const { cartoon } = await cartoonOf(SOMEBODY, input);
    const { parts } = await pieceOf(SOMEBODY, input, "final");
    const dark = darkVertices(parts[0]!.mesh);
    // Pupils are the darkest of a vinyl face; there are two, left and right of the middle.
    const eyes = dark.filter(([, y, z]) => y < -8 && z > 55);
    expect(eyes.some(([x]) => x < -2) && eyes.some(([x]) => x > 2)).toBe(true);
    expect(eyes.length).toBeGreaterThan(40);
    expect(cartoon.skin).toMatch(/^#[0-9a-f]{6}$/);
  });

  it("keeps its colours through 3MF, and its GLB is valid", async () => {
    const piece = await pieceOf(SOMEBODY, STANDARD_INPUT, "final");
    const files = await exportPiece(piece, ["3mf", "glb"]);
    const bytesOf = (format: string) => files.find((file) => file.format === format)!.bytes;
    const { mesh } = importMesh(bytesOf("3mf"));
    expect(paletteOf(mesh)).toEqual(paletteOf(piece.parts[0]!.mesh));
    const { issues } = await validateBytes(bytesOf("glb"));
    expect(issues).toMatchObject({ numErrors: 0, numWarnings: 0 });
  });
});

/** Places of vertices nearly black, mm. */
function darkVertices({ positions, colors }: Mesh): [x: number, y: number, z: number][] {
  return Array.from({ length: positions.length / 3 }, (_, v) => v)
    .filter((v) => colors![3 * v]! + colors![3 * v + 1]! + colors![3 * v + 2]! < 0.05)
    .map((v) => [positions[3 * v]!, positions[3 * v + 1]!, positions[3 * v + 2]!]);
}

/** The colours of a mesh, in sixteenths, that at least one vertex in two hundred has. */
function paletteOf({ colors }: Mesh): string[] {
  const counts = new Map<string, number>();
  for (let v = 0; v < colors!.length / 3; v++) {
    const key = [0, 1, 2].map((k) => Math.round(colors![3 * v + k]! * 16)).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = colors!.length / 600;
  return [...counts].flatMap(([key, count]) => (count > least ? [key] : [])).sort();
}

const SLICER = process.env.PRUSA_SLICER_PATH ?? "/usr/bin/prusa-slicer";

/** Nothing in `npm test`: there a slicer need not be installed. */
describe.runIf(repetitions(0, 1) > 0)("PrusaSlicer", () => {
  it("opens STL and 3MF as manifold", async () => {
    const piece = await pieceOf(
      SOMEBODY,
      { ...STANDARD_INPUT, spec: { plateText: "ANNA" } },
      "final",
    );
    const folder = mkdtempSync(path.join(tmpdir(), "maquette-slicer-"));
    for (const { filename, bytes } of await exportPiece(piece, ["stl", "3mf"])) {
      if (filename.endsWith(".json")) continue;
      const file = path.join(folder, filename);
      writeFileSync(file, bytes);
      const { stdout } = spawnSync(SLICER, ["--info", file], { encoding: "utf8" });
      expect([filename, /manifold = yes/.test(stdout)]).toEqual([filename, true]);
    }
    rmSync(folder, { recursive: true });
  });
});
