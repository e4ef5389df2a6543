import { validateBytes } from "gltf-validator";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { writePng } from "#lib/kernel/export/png.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { collectPaints, linearOf, paintAt } from "#lib/kernel/render/paint.ts";
import { withCreaseNormals } from "#lib/kernel/solid/normals.ts";
import { paintedParts, SQUARES } from "./painted.ts";

const parts = paintedParts();
const [pictured, coloured, cloth] = parts as [Part, Part, Part];

function expectClose(values: readonly number[], wanted: readonly number[]): void {
  expect(values).toHaveLength(wanted.length);
  for (const [k, value] of values.entries()) expect(value).toBeCloseTo(wanted[k]!, 5);
}

describe("a picture as PNG", () => {
  test("is read back pixel by pixel", async () => {
    const { data, info } = await sharp(writePng(SQUARES))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, info.channels]).toEqual([SQUARES.width, SQUARES.height, 3]);
    expect(new Uint8Array(data)).toEqual(SQUARES.rgb);
  });
});

describe("paint at a hit", () => {
  const { byPart, values } = collectPaints(parts);
  const at = (part: number, triangle: number, u: number, v: number) => {
    const out = { r: 0, g: 0, b: 0 };
    paintAt(byPart[part]!, values, triangle, u, v, out);
    return [out.r, out.g, out.b];
  };

  test("of colours by vertex is their mean by the weights of the corners", () => {
    const first = pictured.mesh.indices.length / 3;
    const corner = (k: number) => {
      const vertex = coloured.mesh.indices[k]! * 3;
      return [...coloured.mesh.colors!.subarray(vertex, vertex + 3)];
    };
    const [a, b, c] = [corner(0), corner(1), corner(2)];
    const mean = a.map((v, k) => 0.5 * v + 0.25 * b[k]! + 0.25 * c[k]!);
    expectClose(at(1, first, 0.25, 0.25), mean);
  });

  test("of a picture at the middle of a texel is the texel's linear light", () => {
    const mesh = { ...pictured.mesh, uvs: new Float32Array(pictured.mesh.uvs!.length).fill(0.125) };
    const alone = collectPaints([{ ...pictured, mesh }]);
    const out = { r: 0, g: 0, b: 0 };
    paintAt(alone.byPart[0]!, alone.values, 0, 0.3, 0.3, out);
    const [r, g, b] = SQUARES.rgb;
    const hex = `#${[r, g, b].map((v) => v!.toString(16).padStart(2, "0")).join("")}`;
    expectClose([out.r, out.g, out.b], linearOf(hex));
  });
});

describe("smooth normals of a painted mesh", () => {
  const shaded = withCreaseNormals(pictured.mesh, 60);

  test("keep every corner's uv", () => {
    for (const [corner, vertex] of shaded.indices.entries()) {
      const before = pictured.mesh.indices[corner]! * 2;
      expect(shaded.uvs!.subarray(vertex * 2, vertex * 2 + 2)).toEqual(
        pictured.mesh.uvs!.subarray(before, before + 2),
      );
    }
  });

  test("go on over the picture's seam", () => {
    const byPlace = new Map<string, number[]>();
    for (let v = 0; v < shaded.positions.length / 3; v++) {
      const place = [...shaded.positions.subarray(v * 3, v * 3 + 3)].join();
      byPlace.set(place, [...(byPlace.get(place) ?? []), v]);
    }
    const seams = [...byPlace.values()].filter((vertices) => vertices.length > 1);
    expect(seams.length).toBeGreaterThan(3);
    for (const [first, ...others] of seams)
      for (const other of others)
        for (let k = 0; k < 3; k++)
          expect(shaded.normals![other * 3 + k]).toBeCloseTo(shaded.normals![first! * 3 + k]!, 5);
  });
});

const piece = { kind: "figurine", words: "Painted", meshHash: "ab", parts };
const measures = measureParts(
  parts.map((part) => ({ ...part, material: "bronze" })),
  null,
);
const [glb] = await exportPiece({ ...piece, measures }, ["glb"]);
const length = new DataView(glb!.bytes.buffer, glb!.bytes.byteOffset).getUint32(12, true);
const json = JSON.parse(new TextDecoder().decode(glb!.bytes.subarray(20, 20 + length)));

describe("GLB of painted parts", () => {
  test("has no error and no warning by the Khronos validator", async () => {
    const { issues } = await validateBytes(glb!.bytes);
    expect([issues.numErrors, issues.numWarnings]).toEqual([0, 0]);
  });

  test("carries the picture once, colours by vertex, and the cloth's colour and sheen", () => {
    expect(json.images).toHaveLength(1);
    expect(json.meshes[1].primitives[0].attributes).toHaveProperty("COLOR_0");
    const fabric = json.materials.find(({ name }: { name: string }) =>
      name.startsWith("fabric-linen"),
    );
    expectClose(fabric.pbrMetallicRoughness.baseColorFactor.slice(0, 3), linearOf(cloth.colour!));
    expect(fabric.extensions).toHaveProperty("KHR_materials_sheen");
  });
});
