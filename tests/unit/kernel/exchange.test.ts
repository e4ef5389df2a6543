import { strFromU8, unzipSync } from "fflate";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { readPngTexts, withPngTexts, writePng } from "#lib/kernel/export/png.ts";
import { MODEL_FORMATS } from "#lib/kernel/export/types.ts";
import { boxOf, sizeOf } from "#lib/kernel/measure/extent.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import type { Mesh } from "#lib/kernel/mesh.ts";
import { paintedParts, SQUARES } from "./painted.ts";
import { jewelledBand } from "./shapes.ts";

const painted = {
  kind: "figurine",
  words: "Three painted balls",
  meshHash: "ab12",
  parts: paintedParts(),
  measures: measureParts(paintedParts(), null),
};
const band = {
  kind: "ring",
  words: "A jewelled band",
  meshHash: "cd34",
  parts: jewelledBand(),
  measures: measureParts(jewelledBand(), null),
};
const lineage = { design: "d-1", title: "Ô <1>", revision: "3", spec: '{"a":1}' };
const thumbnail = writePng(SQUARES);
const files = await exportPiece(painted, MODEL_FORMATS, lineage, { thumbnail });
const bandFiles = await exportPiece(band, MODEL_FORMATS, lineage);
const bytesOf = (format: string, from = files) =>
  from.find((file) => file.format === format)!.bytes;
const meshOf = (positions: number[]): Mesh => ({
  positions: Float32Array.from(positions),
  indices: new Uint32Array(),
});
const numbers = (text: string) => (text.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number);

function expectBox(actual: readonly number[], piece: typeof painted): void {
  const wanted = sizeOf(boxOf(piece.parts.map(({ mesh }) => mesh)));
  for (const [k, size] of actual.entries()) expect(Math.abs(size - wanted[k]!)).toBeLessThan(0.01);
}

describe("OBJ", () => {
  const entries = unzipSync(bytesOf("obj"));
  const text = strFromU8(entries["figurine.obj"]!);
  const rows = (keyword: string) =>
    text.split("\n").filter((line) => line.startsWith(`${keyword} `));

  test("gives the same box when read again", () => {
    expectBox(
      sizeOf(boxOf([meshOf(rows("v").flatMap((row) => numbers(row).slice(0, 3)))])),
      painted,
    );
    const jewelled = strFromU8(unzipSync(bytesOf("obj", bandFiles))["ring.obj"]!);
    const places = jewelled.split("\n").filter((line) => line.startsWith("v "));
    expectBox(sizeOf(boxOf([meshOf(places.flatMap((row) => numbers(row).slice(0, 3)))])), band);
  });

  test("names only vertices it has, and materials and pictures that come with it", () => {
    const corners = rows("f").flatMap((row) => row.slice(2).split(" "));
    for (const corner of corners) {
      const [v, vt, vn] = corner.split("/");
      expect(Number(v)).toBeLessThanOrEqual(rows("v").length);
      expect(Number(vt || 1)).toBeLessThanOrEqual(rows("vt").length);
      expect(Number(vn)).toBeLessThanOrEqual(rows("vn").length);
    }
    const library = strFromU8(entries["figurine.mtl"]!);
    for (const row of rows("usemtl")) expect(library).toContain(row.replace("usemtl", "newmtl"));
    expect(library).toContain("map_Kd picture-1.png");
    expect(entries["picture-1.png"]).toEqual(writePng(SQUARES));
  });
});

describe("USDZ", () => {
  const zip = bytesOf("usdz");
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length);

  test("stores its entries uncompressed, each at a multiple of 64 bytes, the layer first", () => {
    const names: string[] = [];
    for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
      expect(view.getUint16(at + 8, true)).toBe(0);
      const nameBytes = view.getUint16(at + 26, true);
      const data = at + 30 + nameBytes + view.getUint16(at + 28, true);
      expect(data % 64).toBe(0);
      names.push(strFromU8(zip.subarray(at + 30, at + 30 + nameBytes)));
      at = data + view.getUint32(at + 18, true);
    }
    expect(names).toEqual(["figurine.usda", "picture-1.png"]);
    expect(Object.keys(unzipSync(zip))).toEqual(names);
  });

  test("gives the same box when read again: metres, Y up, on the ground", () => {
    const layer = strFromU8(unzipSync(zip)["figurine.usda"]!);
    expect(layer).toContain("metersPerUnit = 1");
    expect(layer).toContain('upAxis = "Y"');
    const points = [...layer.matchAll(/point3f\[\] points = \[(.*)\]/g)].flatMap(([, list]) =>
      numbers(list!),
    );
    const box = boxOf([meshOf(points)]);
    const [x, y, z] = sizeOf(box);
    expectBox([x * 1000, z * 1000, y * 1000], painted);
    expect(box.min[1]).toBe(0);
  });

  test("has brackets that close, and faces that name points there are", () => {
    const layer = strFromU8(unzipSync(zip)["figurine.usda"]!);
    for (const [open, close] of ["{}", "[]", "()"].map((pair) => [...pair] as [string, string]))
      expect(layer.split(open).length).toBe(layer.split(close).length);
    const meshes = [
      ...layer.matchAll(/faceVertexIndices = \[(.*)\]\n\s+point3f\[\] points = \[(.*)\]/g),
    ];
    expect(meshes).toHaveLength(3);
    for (const [, indices, points] of meshes)
      expect(Math.max(...numbers(indices!))).toBe(numbers(points!).length / 3 - 1);
  });
});

describe("3MF of painted parts", () => {
  const entries = unzipSync(bytesOf("3mf"));
  const xml = strFromU8(entries["3D/3dmodel.model"]!);

  test("gives the same box when read again", () => {
    const rows = [...xml.matchAll(/<vertex x="(\S+)" y="(\S+)" z="(\S+)"/g)];
    expectBox(sizeOf(boxOf([meshOf(rows.flatMap(([, ...xyz]) => xyz.map(Number)))])), painted);
  });

  test("keeps the colour of every corner", () => {
    const coloured = painted.parts[1]!.mesh;
    const id = /<m:colorgroup id="(\d+)"/.exec(xml)![1];
    const palette = [...xml.matchAll(/<m:color color="#(\w{6})FF"/g)].map(([, hex]) => hex!);
    const triangles = [
      ...xml.matchAll(
        new RegExp(
          `<triangle v1="\\d+" v2="\\d+" v3="\\d+" pid="${id}" p1="(\\d+)" p2="(\\d+)" p3="(\\d+)"`,
          "g",
        ),
      ),
    ].flatMap(([, ...corners]) => corners.map((corner) => palette[Number(corner)]!));
    const wanted = [...coloured.indices].map((v) =>
      hexOf(coloured.colors!.subarray(v * 3, v * 3 + 3)),
    );
    expect(triangles).toEqual(wanted);
  });

  test("keeps the picture and each corner's place on it, rows counted from below", () => {
    expect(entries["3D/Textures/picture-1.png"]).toEqual(writePng(SQUARES));
    const places = [...xml.matchAll(/<m:tex2coord u="(\S+)" v="(\S+)"/g)];
    const { uvs } = painted.parts[0]!.mesh;
    for (const [v, [, u, up]] of places.entries()) {
      expect(Number(u)).toBeCloseTo(uvs![v * 2]!, 5);
      expect(Number(up)).toBeCloseTo(1 - uvs![v * 2 + 1]!, 5);
    }
  });

  test("carries a thumbnail and where it comes from", () => {
    expect(entries["Metadata/thumbnail.png"]).toEqual(thumbnail);
    expect(strFromU8(entries["_rels/.rels"]!)).toContain("metadata/thumbnail");
    expect(xml).toContain('<metadata name="mq:title">Ô &lt;1&gt;</metadata>');
    expect(xml).toContain('<metadata name="mq:spec">{&quot;a&quot;:1}</metadata>');
  });
});

function hexOf(linear: Float32Array): string {
  const code = (value: number) => {
    const v = Math.max(0, Math.min(1, value));
    return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
  };
  return [...linear]
    .map((v) => code(v).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

describe("dimensioned views", () => {
  const svg = strFromU8(bytesOf("svg", bandFiles));

  test("state the true sizes", () => {
    const [width, depth, height] = sizeOf(boxOf(band.parts.map(({ mesh }) => mesh)));
    const texts = [...svg.matchAll(/text-anchor="middle"[^>]*>([\d.]+)</g)].map(([, text]) => text);
    const wanted = [width, height, depth, width, depth].map((size) => size.toFixed(2));
    expect(texts).toEqual(wanted);
  });

  test("draw outlines to the stated scale, on the page", async () => {
    const { data, info } = await sharp(Buffer.from(svg), { density: 72 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.width).toBeGreaterThan(800);
    expect(data.some((value) => value < 60)).toBe(true);
    const scale = Number(/Scale (\d+) : 1/.exec(svg)![1]);
    const front = /<g id="front"><path class="made"[^>]* d="([^"]*)"/.exec(svg)![1]!;
    const xs = front
      .split(/[MLZ]/)
      .filter(Boolean)
      .map((pair) => Number(pair.split(" ")[0]));
    const drawn = (Math.max(...xs) - Math.min(...xs)) / scale;
    expect(drawn / sizeOf(boxOf([band.parts[0]!.mesh]))[0]).toBeCloseTo(1, 2);
  });
});

describe("all files", () => {
  test("have the same bytes when written again", async () => {
    const again = await exportPiece(painted, MODEL_FORMATS, lineage, { thumbnail });
    expect(again.map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  });

  test("are named by purpose: nobody casts a painted figure", () => {
    expect(files.map(({ filename, purpose }) => [filename, purpose])).toEqual([
      ["figurine-print.3mf", "print"],
      ["figurine-print.stl", "print"],
      ["figurine-view.glb", "view"],
      ["figurine-view.usdz", "view"],
      ["figurine-view-obj.zip", "view"],
      ["figurine-views.svg", "document"],
      ["figurine-manifest.json", "document"],
    ]);
  });
});

describe("texts in a PNG", () => {
  test("are read back, and the picture is the same", async () => {
    const texts = { Title: "Ring für Thảo", Spec: '{"a":1}' };
    const marked = withPngTexts(thumbnail, texts);
    expect(readPngTexts(marked)).toEqual(texts);
    expect(new Uint8Array(await sharp(marked).raw().toBuffer())).toEqual(SQUARES.rgb);
  });
});
