import { strFromU8, unzipSync } from "fflate";
import { validateBytes } from "gltf-validator";
import { describe, expect, test } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import type { Exportable } from "#lib/kernel/export/types.ts";
import { boxOf, volumeOf } from "#lib/kernel/measure/extent.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { sha256Hex } from "#lib/kernel/sha256.ts";
import { withCreaseNormals } from "#lib/kernel/solid/normals.ts";
import { jewelledBand } from "./shapes.ts";

const parts = jewelledBand();
const metal = parts[0]!.mesh;
const piece: Exportable = {
  kind: "ring",
  words: 'A band with <12> sapphires & "seats"',
  parts: parts.map((part) => ({ ...part, mesh: withCreaseNormals(part.mesh) })),
  measures: measureParts(parts, null),
  meshHash: "ab12",
};
const lineage = { design_id: "d-1", revision: "3" };
const files = await exportPiece(piece, ["glb", "stl", "3mf"], lineage);
const bytesOf = (format: string) => files.find((file) => file.format === format)!.bytes;

function readStl(bytes: Uint8Array): Mesh {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const triangles = view.getUint32(80, true);
  const positions = new Float32Array(triangles * 9);
  for (let i = 0; i < positions.length; i++) {
    const at = 84 + 50 * Math.floor(i / 9) + 12 + 4 * (i % 9);
    positions[i] = view.getFloat32(at, true);
  }
  return { positions, indices: Uint32Array.from({ length: triangles * 3 }, (_, i) => i) };
}

const numbers = (xml: string, pattern: RegExp) =>
  [...xml.matchAll(pattern)].flatMap(([, ...values]) => values.map(Number));

function read3mf(bytes: Uint8Array): { xml: string; mesh: Mesh } {
  const xml = strFromU8(unzipSync(bytes)["3D/3dmodel.model"]!);
  const positions = numbers(xml, /<vertex x="(\S+)" y="(\S+)" z="(\S+)"/g);
  const indices = numbers(xml, /<triangle v1="(\d+)" v2="(\d+)" v3="(\d+)"/g);
  return {
    xml,
    mesh: { positions: Float32Array.from(positions), indices: Uint32Array.from(indices) },
  };
}

function glbJson(bytes: Uint8Array) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  return JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length)));
}

describe("STL", () => {
  const mesh = readStl(bytesOf("stl"));

  test("is closed, holds the metal alone and keeps its volume", () => {
    expect(topologyOf(mesh)).toEqual({ openEdges: 0, pieces: 1, cavities: 0, genus: 1 });
    expect(volumeOf(mesh) / volumeOf(metal)).toBeCloseTo(1, 5);
  });

  test("stands on the bed in millimetres", () => {
    const { min, max } = boxOf([mesh]);
    expect(min[2]).toBe(0);
    expect(max[0] - min[0]).toBeCloseTo(piece.measures.boxMm[0], 4);
  });

  test("is as long as its count of triangles says and does not look like text", () => {
    const bytes = bytesOf("stl");
    expect(bytes.length).toBe(84 + (50 * mesh.indices.length) / 3);
    expect(strFromU8(bytes.subarray(0, 5))).not.toBe("solid");
  });
});

describe("3MF", () => {
  const { xml, mesh } = read3mf(bytesOf("3mf"));

  test("is closed, holds the metal alone and stands on the bed", () => {
    expect(topologyOf(mesh)).toEqual({ openEdges: 0, pieces: 1, cavities: 0, genus: 1 });
    expect(volumeOf(mesh) / volumeOf(metal)).toBeCloseTo(1, 5);
    expect(boxOf([mesh]).min[2]).toBe(0);
  });

  test("has no triangle without an area", () => {
    const { positions: p, indices } = mesh;
    const flat = Array.from({ length: indices.length / 3 }, (_, t) => {
      const [a, b, c] = [0, 1, 2].map((k) => indices[3 * t + k]! * 3);
      const u = [0, 1, 2].map((k) => p[b! + k]! - p[a! + k]!);
      const v = [0, 1, 2].map((k) => p[c! + k]! - p[a! + k]!);
      return Math.hypot(
        u[1]! * v[2]! - u[2]! * v[1]!,
        u[2]! * v[0]! - u[0]! * v[2]!,
        u[0]! * v[1]! - u[1]! * v[0]!,
      );
    }).filter((area) => !(area > 1e-10));
    expect(flat).toEqual([]);
  });

  test("says unit, words, metal and lineage, with special characters escaped", () => {
    expect(xml).toContain('unit="millimeter"');
    expect(xml).toContain("A band with &lt;12&gt; sapphires &amp; &quot;seats&quot;");
    expect(xml).toContain('<metadata name="mq:design_id">d-1</metadata>');
    expect(xml).toMatch(/<base name="gold-18k-rose" displaycolor="#[0-9A-F]{6}FF"\/>/);
  });
});

describe("GLB", () => {
  const json = glbJson(bytesOf("glb"));

  test("has no error and no warning in Khronos's validator", async () => {
    const { issues } = await validateBytes(bytesOf("glb"));
    expect({ errors: issues.numErrors, warnings: issues.numWarnings }).toEqual({
      errors: 0,
      warnings: 0,
    });
  });

  test("is in metres with Y up and carries its lineage", () => {
    const root = json.nodes[json.scenes[0].nodes[0]];
    expect(root.scale).toEqual([0.001, 0.001, 0.001]);
    expect(root.rotation[0]).toBeCloseTo(-Math.SQRT1_2, 6);
    expect(json.extras).toMatchObject({ design_id: "d-1", revision: "3", mesh_hash: "ab12" });
  });

  test("shows metal as metal and stones as glass of their refraction", () => {
    const material = (name: string) =>
      json.materials.find((entry: { name: string }) => entry.name.startsWith(name));
    expect(material("gold-18k-rose").pbrMetallicRoughness.metallicFactor ?? 1).toBe(1);
    const { extensions } = material("sapphire");
    expect(extensions.KHR_materials_transmission.transmissionFactor).toBe(1);
    expect(extensions.KHR_materials_ior.ior).toBeCloseTo(1.77);
    expect(extensions.KHR_materials_volume.attenuationDistance).toBeCloseTo(0.0024);
    expect(json.materials).toHaveLength(2);
  });

  test("a piece without stones declares no extension", async () => {
    const [file] = await exportPiece({ ...piece, parts: piece.parts.slice(0, 1) }, ["glb"]);
    expect(glbJson(file!.bytes).extensionsUsed).toBeUndefined();
  });
});

describe("files", () => {
  test("have the same bytes when written again", async () => {
    const again = await exportPiece(piece, ["glb", "stl", "3mf"], lineage);
    expect(again.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  });

  test("come with a manifest that knows their size, hash, unit and measures", () => {
    const manifest = JSON.parse(strFromU8(bytesOf("manifest")));
    const listed = files.slice(0, 3).map(({ filename, bytes }) => ({
      filename,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
    }));
    expect(manifest.files).toMatchObject(listed);
    expect(manifest.files.map(({ unit }: { unit: string }) => unit)).toEqual(["m", "mm", "mm"]);
    expect(manifest.measures.volume_mm3).toBe(piece.measures.volumeMm3);
    expect(manifest.lineage).toEqual(lineage);
  });

  test("are named by purpose", () => {
    expect(files.map(({ filename, purpose }) => [filename, purpose])).toEqual([
      ["ring-view.glb", "view"],
      ["ring-cast.stl", "cast"],
      ["ring-print.3mf", "print"],
      ["ring-manifest.json", "document"],
    ]);
  });
});
