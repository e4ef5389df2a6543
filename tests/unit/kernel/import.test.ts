import { strToU8, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { exportPiece } from "#lib/kernel/export/export-piece.ts";
import { importMesh } from "#lib/kernel/import/import-mesh.ts";
import { packMesh, unpackMesh } from "#lib/kernel/import/packed-mesh.ts";
import { IMPORT_LIMITS } from "#lib/kernel/import/types.ts";
import { boxOf, sizeOf, volumeOf } from "#lib/kernel/measure/extent.ts";
import { measureParts } from "#lib/kernel/measure/measure-parts.ts";
import { topologyOf } from "#lib/kernel/measure/topology.ts";
import { AppError } from "#lib/shared/errors.ts";
import { jewelledBand, kernel, meshOf } from "./shapes.ts";

const parts = jewelledBand().slice(0, 1);
const piece = {
  kind: "ring",
  words: "A band.",
  parts,
  measures: measureParts(parts, null),
  meshHash: "",
};
const files = await exportPiece(piece, ["glb", "stl", "3mf"]);
const metal = parts[0]!.mesh;

function refusal(bytes: Uint8Array, filename: string): AppError {
  try {
    importMesh(bytes, filename);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("The file was not refused.");
}

const text = (lines: string) => new TextEncoder().encode(lines);

/** The header and the first `triangles` of a cube's binary STL, with `change` made to it. */
function stl(change: (view: DataView) => void = () => {}, keep = 12) {
  const { positions, indices } = meshOf(() => kernel.cube([10, 10, 10]));
  const view = new DataView(new ArrayBuffer(84 + 50 * 12));
  view.setUint32(80, 12, true);
  indices.forEach((vertex, i) => {
    for (let k = 0; k < 3; k++) {
      const at = 84 + 50 * Math.floor(i / 3) + 12 + 12 * (i % 3) + 4 * k;
      view.setFloat32(at, positions[3 * vertex + k]!, true);
    }
  });
  change(view);
  return new Uint8Array(view.buffer).slice(0, 84 + 50 * keep);
}

const VERTICES = [
  [0, 0, 0],
  [10, 0, 0],
  [0, 10, 0],
  [0, 0, 10],
];
const FACES = [
  [0, 2, 1],
  [0, 1, 3],
  [1, 2, 3],
  [2, 0, 3],
];

const vertexXml = VERTICES.map(([x, y, z]) => `<vertex x="${x}" y="${y}" z="${z}"/>`).join("");
const facesXml = (more = "") =>
  FACES.map(([a, b, c]) => `<triangle v1="${a}" v2="${b}" v3="${c}"${more}/>`).join("");
const objectXml = (id: number, faces = facesXml()) =>
  `<object id="${id}"><mesh><vertices>${vertexXml}</vertices><triangles>${faces}</triangles></mesh></object>`;
const modelXml = (resources: string, build: string, head = "") =>
  `<?xml version="1.0"?>${head}<model unit="millimeter"><resources>${resources}</resources><build>${build}</build></model>`;
const pack = (xml: string | Uint8Array, more: Zippable = {}) =>
  zipSync({ "3D/3dmodel.model": typeof xml === "string" ? strToU8(xml) : xml, ...more });

function glb(json: unknown, binary: Uint8Array = new Uint8Array(0)) {
  const description = text(
    JSON.stringify(json).padEnd(4 * Math.ceil(JSON.stringify(json).length / 4)),
  );
  const bytes = new Uint8Array(12 + 8 + description.length + 8 + binary.length);
  const view = new DataView(bytes.buffer);
  bytes.set(text("glTF"));
  view.setUint32(4, 2, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, description.length, true);
  view.setUint32(16, 0x4e4f534a, true);
  bytes.set(description, 20);
  view.setUint32(20 + description.length, binary.length, true);
  view.setUint32(24 + description.length, 0x004e4942, true);
  bytes.set(binary, 28 + description.length);
  return bytes;
}

const TETRAHEDRON = {
  asset: { version: "2.0" },
  scenes: [{ nodes: [0] }],
  nodes: [{ mesh: 0 }],
  meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1 }] }],
  accessors: [
    { bufferView: 0, componentType: 5126, count: 4, type: "VEC3" },
    { bufferView: 1, componentType: 5123, count: 12, type: "SCALAR" },
  ],
  bufferViews: [
    { buffer: 0, byteOffset: 0, byteLength: 48 },
    { buffer: 0, byteOffset: 48, byteLength: 24 },
  ],
  buffers: [{ byteLength: 72 }],
};

function tetrahedronBytes(last = 3): Uint8Array {
  const bytes = new Uint8Array(72);
  bytes.set(new Uint8Array(new Float32Array(VERTICES.flat().map((mm) => mm / 1000)).buffer));
  const indices = FACES.flat();
  indices[indices.length - 1] = last;
  bytes.set(new Uint8Array(new Uint16Array(indices).buffer), 48);
  return bytes;
}

describe("our own files come back", () => {
  test.each(["glb", "stl", "3mf"])("%s with the same box, volume and topology", (format) => {
    const { bytes, filename } = files.find((file) => file.format === format)!;
    const { mesh } = importMesh(bytes, filename);
    const [size, expected] = [sizeOf(boxOf([mesh])), sizeOf(boxOf([metal]))];
    size.forEach((mm, k) => {
      expect(Math.abs(mm - expected[k]!)).toBeLessThan(0.001);
    });
    expect(volumeOf(mesh)).toBeCloseTo(volumeOf(metal), 2);
    expect(topologyOf(mesh)).toEqual(topologyOf(metal));
  });
});

describe("other files", () => {
  test("a text STL is the cube it says", () => {
    const face =
      "facet normal 0 0 1\n outer loop\n  vertex 0 0 0\n  vertex 1e1 0 0\n  vertex 0 10 0\n endloop\nendfacet\n";
    const { mesh } = importMesh(text(`solid it\r\n${face}${face}endsolid it\n`), "it.stl");
    expect(mesh.indices).toHaveLength(6);
    expect(sizeOf(boxOf([mesh]))).toEqual([10, 10, 0]);
  });

  test("a binary STL that begins with solid is read as binary", () => {
    const bytes = stl();
    bytes.set(text("solid"));
    expect(volumeOf(importMesh(bytes, "x.stl").mesh)).toBeCloseTo(1000, 3);
  });

  test("an OBJ keeps colours, takes polygons and counts back from the newest vertex", () => {
    const lines = VERTICES.map((v) => `v ${v.join(" ")} 1 0 0`).join("\n");
    const { mesh } = importMesh(text(`${lines}\nf 1/1 3//2 2\nf -4 -3 -1 -2\n`), "x.obj");
    expect([...mesh.indices]).toEqual([0, 2, 1, 0, 1, 3, 0, 3, 2]);
    expect([...mesh.colors!.slice(0, 3)]).toEqual([1, 0, 0]);
  });

  test("a 3MF places objects within objects, in its unit, in its colours", () => {
    const colours = `<m:colorgroup id="9"><m:color color="#FF0000FF"/></m:colorgroup>`;
    const holder = `<object id="2"><components><component objectid="1"/><component objectid="1" transform="1 0 0 0 1 0 0 0 1 20 0 0"/></components></object>`;
    const xml = modelXml(
      colours + objectXml(1, facesXml(' pid="9" p1="0"')) + holder,
      `<item objectid="2"/>`,
    ).replace("millimeter", "centimeter");
    const { mesh } = importMesh(pack(xml), "x.3mf");
    expect(sizeOf(boxOf([mesh]))).toEqual([300, 100, 100]);
    expect(topologyOf(mesh)).toMatchObject({ openEdges: 0, pieces: 2 });
    expect([...mesh.colors!.slice(0, 3)]).toEqual([1, 0, 0]);
  });

  test("a mirrored object of a GLB keeps its outside outside", () => {
    const json = { ...TETRAHEDRON, nodes: [{ mesh: 0, scale: [-2, 1, 1] }] };
    expect(volumeOf(importMesh(glb(json, tetrahedronBytes()), "x.glb").mesh)).toBeCloseTo(
      333.33,
      1,
    );
  });
});

describe("a broken file is refused in words", () => {
  const withAccessor = (i: number, change: object) => ({
    ...TETRAHEDRON,
    accessors: TETRAHEDRON.accessors.map((a, k) => (k === i ? { ...a, ...change } : a)),
  });
  const cyclic = { ...TETRAHEDRON, nodes: [{ children: [1] }, { children: [0] }] };
  const CASES: [string, Uint8Array, string, string][] = [
    ["an empty file", new Uint8Array(0), "x.stl", "empty"],
    ["a foreign ending", text("hello"), "x.docx", "STL, OBJ, GLB or 3MF"],
    ["a short STL", text("hi"), "x.stl", "too short"],
    ["an STL cut short", stl(() => {}, 7), "x.stl", "says 12 triangles and ends after 7"],
    ["a text STL cut short", text("solid x\nvertex 0 0 0\nvertex 1"), "x.stl", "within a triangle"],
    [
      "an STL without triangles",
      stl((view) => view.setUint32(80, 0, true), 0),
      "x.stl",
      "no triangle",
    ],
    ["NaN", stl((view) => view.setFloat32(96, Number.NaN, true)), "x.stl", "Vertex 1"],
    [
      "a coordinate without end",
      stl((view) => view.setFloat32(108, 1e30, true)),
      "x.stl",
      "Vertex 2",
    ],
    [
      "an OBJ's index beyond",
      text("v 0 0 0\nf 1 2 3\n"),
      "x.obj",
      "names vertex 1, and there are 1",
    ],
    ["an OBJ's index before", text("v 0 0 0\nf 1 -2 1\n"), "x.obj", "names vertex -2"],
    ["an OBJ's index zero", text("v 0 0 0\nf 0 1 1\n"), "x.obj", "names vertex 0"],
    ["an OBJ's words for numbers", text("v a b c\nf 1 1 1\n"), "x.obj", "Vertex 1"],
    ["a GLB cut short", files[0]!.bytes.slice(0, 4000), "x.glb", "ends too early"],
    ["a GLB without JSON", glb("").map((byte, i) => (i === 20 ? 33 : byte)), "x.glb", "no JSON"],
    ["a GLB's index beyond", glb(TETRAHEDRON, tetrahedronBytes(9)), "x.glb", "names vertex 9"],
    [
      "a GLB's data beyond",
      glb(withAccessor(0, { count: 5 }), tetrahedronBytes()),
      "x.glb",
      "too early",
    ],
    [
      "a GLB whose elements lie over each other",
      glb(
        {
          ...TETRAHEDRON,
          bufferViews: TETRAHEDRON.bufferViews.map((view) => ({ ...view, byteStride: 1 })),
        },
        tetrahedronBytes(),
      ),
      "x.glb",
      "lies over itself",
    ],
    ["a GLB's nodes in a circle", glb(cyclic), "x.glb", "hold each other"],
    ["a GLB's negative count", glb(withAccessor(0, { count: -1 })), "x.glb", "accessors.0.count"],
    [
      "a compressed GLB",
      glb({ ...TETRAHEDRON, extensionsRequired: ["KHR_draco_mesh_compression"] }),
      "x.glb",
      "KHR_draco",
    ],
    ["a 3MF cut short", files[2]!.bytes.slice(0, 5000), "x.3mf", "no sound package"],
    ["a ZIP without a model", zipSync({ "a.txt": strToU8("a") }), "x.3mf", "no model"],
    ["a 3MF of no XML", pack("<model><resources></model>"), "x.3mf", "no sound XML"],
    [
      "a 3MF's index beyond",
      pack(modelXml(objectXml(1, `<triangle v1="0" v2="1" v3="4"/>`), "")),
      "x.3mf",
      "beyond the 4",
    ],
    [
      "a 3MF's negative index",
      pack(modelXml(objectXml(1, `<triangle v1="0" v2="1" v3="-1"/>`), "")),
      "x.3mf",
      "vertex -1",
    ],
    ["a 3MF's missing object", pack(modelXml("", `<item objectid="7"/>`)), "x.3mf", "not there"],
    [
      "a 3MF that holds itself",
      pack(
        modelXml(
          `<object id="1"><components><component objectid="1"/></components></object>`,
          `<item objectid="1"/>`,
        ),
      ),
      "x.3mf",
      "hold themselves",
    ],
  ];

  test.each(CASES)("%s", (_what, bytes, filename, words) => {
    const error = refusal(bytes, filename);
    expect(error.message).toContain(words);
    expect(["invalid_input", "unsupported_type"]).toContain(error.code);
  });
});

describe("a hostile file is refused in bounded time and memory", () => {
  const timed = (bytes: Uint8Array, filename: string) => {
    const from = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const error = refusal(bytes, filename);
    const to = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    expect((to - from) / 2 ** 20).toBeLessThan(250);
    return error;
  };

  test("an STL that says four billion triangles", () => {
    const error = timed(
      stl((view) => view.setUint32(80, 0xffffffff, true)),
      "x.stl",
    );
    expect(error.code).toBe("too_large");
    expect(error.details).toMatchObject({ maximum: 2_000_000 });
  });

  test("a GLB that says a billion vertices", () => {
    const json = { ...TETRAHEDRON, accessors: [{ ...TETRAHEDRON.accessors[0], count: 1e9 }] };
    expect(timed(glb(json, tetrahedronBytes()), "x.glb").code).toBe("too_large");
  });

  test("a GLB that shows one mesh a hundred thousand times", () => {
    const nodes = Array.from({ length: 100_000 }, () => ({ mesh: 0 }));
    const json = { ...TETRAHEDRON, nodes, scenes: [{ nodes: nodes.map((_, i) => i) }] };
    expect(timed(glb(json, tetrahedronBytes()), "x.glb").code).toBe("too_large");
  });

  test("a GLB that shows a mesh of few triangles and many vertices again and again", () => {
    const vertices = 10_000;
    const json = {
      ...TETRAHEDRON,
      nodes: Array.from({ length: 700 }, () => ({ mesh: 0 })),
      scenes: [{ nodes: Array.from({ length: 700 }, (_, i) => i) }],
      accessors: [
        { ...TETRAHEDRON.accessors[0], count: vertices },
        { ...TETRAHEDRON.accessors[1], count: 3 },
      ],
      bufferViews: [
        { buffer: 0, byteOffset: 0, byteLength: 12 * vertices },
        { buffer: 0, byteOffset: 12 * vertices, byteLength: 8 },
      ],
      buffers: [{ byteLength: 12 * vertices + 8 }],
    };
    const error = timed(glb(json, new Uint8Array(12 * vertices + 8)), "x.glb");
    expect([error.code, error.details.maximum]).toEqual(["too_large", IMPORT_LIMITS.vertices]);
  });

  test("a 3MF that places an object of few triangles and many vertices again and again", () => {
    const many = vertexXml.repeat(2500);
    const object = `<object id="1"><mesh><vertices>${many}</vertices><triangles>${facesXml()}</triangles></mesh></object>`;
    const error = timed(pack(modelXml(object, `<item objectid="1"/>`.repeat(700))), "x.3mf");
    expect([error.code, error.details.maximum]).toEqual(["too_large", IMPORT_LIMITS.vertices]);
  });

  test("a 3MF whose objects double ten thousand times", () => {
    const twice = (id: number) =>
      `<object id="${id}"><components><component objectid="${id - 1}"/><component objectid="${id - 1}"/></components></object>`;
    const doubling = Array.from({ length: 40 }, (_, i) => twice(i + 2)).join("");
    const error = timed(pack(modelXml(objectXml(1) + doubling, `<item objectid="41"/>`)), "x.3mf");
    expect(error.code).toBe("too_large");
  });

  /** The size that a file's header in the archive says, bytes. */
  const saying = (bytes: Uint8Array, size: number) => {
    new DataView(bytes.buffer, bytes.byteOffset, bytes.length).setUint32(22, size, true);
    return bytes;
  };

  test("a ZIP bomb by what it says it unpacks to", () => {
    const bytes = saying(pack("<model/>"), IMPORT_LIMITS.xmlBytes + 1);
    expect(timed(bytes, "x.3mf").code).toBe("too_large");
  });

  test("a ZIP bomb that lies about its size", () => {
    // A thousand to one: 32 MB of spaces in 33 kB.
    const spaces = new Uint8Array(2 ** 25).fill(32);
    spaces.set(text("<model>"));
    expect(timed(saying(pack(spaces), 100), "x.3mf").code).toBe("too_large");
  });

  test("an XML bomb of entities", () => {
    const entities = `<!DOCTYPE model [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>`;
    expect(timed(pack(modelXml("&b;", "", entities)), "x.3mf").message).toContain("entities");
  });

  test("an XML nested a million deep", () => {
    expect(timed(pack("<a>".repeat(1_000_000)), "x.3mf").code).toBe("too_large");
  });

  test("a ZIP of thousands of files", () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, i) => [`${i}`, new Uint8Array(0)]),
    );
    expect(timed(zipSync(many), "x.3mf").code).toBe("too_large");
  });
});

describe("a mesh that is kept", () => {
  const facts = { filename: "Größe.stl", steps: ["Closed 1 hole."], pieces: 1, isSizeKnown: true };

  test("comes back as it was, wherever its bytes lie", () => {
    const colors = metal.positions.map((value) => Math.abs(Math.sin(value)));
    const { positions, indices } = metal;
    const packed = packMesh({ mesh: { positions, indices, colors }, ...facts });
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    expect(unpackMesh(shifted.subarray(3))).toEqual({
      mesh: { positions, indices, colors },
      ...facts,
    });
  });

  test("is refused where the bytes are something else", () => {
    expect(() => unpackMesh(text("solid of somebody"))).toThrow(AppError);
    expect(() => unpackMesh(new Uint8Array(3))).toThrow(AppError);
  });
});
