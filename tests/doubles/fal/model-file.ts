import { zipSync } from "fflate";
import type { Behaviour } from "./behaviour.ts";

const SEGMENTS = 48;
/** Enough to look like something, little enough to be quick. */
export const MOST_FACES = 3_000;

interface Lathe {
  positions: number[];
  colours: number[];
  indices: number[];
}

/** A closed, coloured vase of at most so many faces, y up, 1 m high. */
function vase(faceLimit: number): Lathe {
  const faces = Math.max(200, Math.floor(0.8 * faceLimit));
  const rings = Math.max(2, Math.floor(faces / (2 * SEGMENTS)));
  const lathe: Lathe = { positions: [], colours: [], indices: [] };
  const push = (x: number, y: number, z: number) => {
    lathe.positions.push(x, y, z);
    lathe.colours.push(0.2 + 0.7 * y, 0.25, 0.6 - 0.4 * y);
  };
  for (let ring = 0; ring <= rings; ring++) {
    const y = ring / rings;
    const radius = 0.25 + 0.1 * Math.sin(2 * Math.PI * y);
    for (let i = 0; i < SEGMENTS; i++) {
      const angle = (2 * Math.PI * i) / SEGMENTS;
      push(radius * Math.cos(angle), y, radius * Math.sin(angle));
    }
  }
  push(0, 0, 0);
  push(0, 1, 0);
  const at = (ring: number, i: number) => ring * SEGMENTS + (i % SEGMENTS);
  const [bottom, top] = [(rings + 1) * SEGMENTS, (rings + 1) * SEGMENTS + 1];
  for (let i = 0; i < SEGMENTS; i++) {
    for (let ring = 0; ring < rings; ring++) {
      const [a, b, c, d] = [at(ring, i), at(ring, i + 1), at(ring + 1, i), at(ring + 1, i + 1)];
      lathe.indices.push(a, c, b, b, c, d);
    }
    lathe.indices.push(bottom, at(0, i), at(0, i + 1), top, at(rings, i + 1), at(rings, i));
  }
  return lathe;
}

const padded = (bytes: Uint8Array, fill: number) => {
  const out = new Uint8Array(4 * Math.ceil(bytes.length / 4)).fill(fill);
  out.set(bytes);
  return out;
};

/** A GLB of the vase; without its triangles where asked. */
export function vaseGlb(faceLimit: number, hasTriangles = true): Uint8Array {
  const { positions, colours, indices } = vase(faceLimit);
  const corners = new Uint32Array(hasTriangles ? indices : []);
  const parts = [new Float32Array(positions), new Float32Array(colours), corners];
  const binary = Buffer.concat(parts.map(({ buffer }) => new Uint8Array(buffer)));
  const [atColours, atIndices] = [4 * positions.length, 4 * (positions.length + colours.length)];
  const count = positions.length / 3;
  const json = {
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, COLOR_0: 1 }, indices: 2, mode: 4 }] }],
    buffers: [{ byteLength: binary.length }],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: atColours },
      { buffer: 0, byteOffset: atColours, byteLength: atIndices - atColours },
      { buffer: 0, byteOffset: atIndices, byteLength: 4 * corners.length },
    ],
    accessors: [
      { bufferView: 0, componentType: 5126, count, type: "VEC3" },
      { bufferView: 1, componentType: 5126, count, type: "VEC3" },
      { bufferView: 2, componentType: 5125, count: corners.length, type: "SCALAR" },
    ],
  };
  return toGlb(json, binary);
}

function toGlb(json: unknown, binary: Uint8Array): Uint8Array {
  const text = padded(new TextEncoder().encode(JSON.stringify(json)), 0x20);
  const data = padded(binary, 0);
  const total = 12 + 8 + text.length + 8 + data.length;
  const out = Buffer.alloc(total);
  out.write("glTF", 0, "latin1");
  out.writeUInt32LE(2, 4);
  out.writeUInt32LE(total, 8);
  out.writeUInt32LE(text.length, 12);
  out.writeUInt32LE(0x4e4f534a, 16);
  out.set(text, 20);
  out.writeUInt32LE(data.length, 20 + text.length);
  out.writeUInt32LE(0x004e4942, 24 + text.length);
  out.set(data, 28 + text.length);
  return new Uint8Array(out);
}

export interface DoubleFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

const FBX = new TextEncoder().encode("Kaydara FBX Binary  \u0000\u001a\u0000 and so on");

/** The 3D file of an order, sound or not. */
export function modelFile(kind: Behaviour["file"] = "glb", faceLimit = MOST_FACES): DoubleFile {
  const glb = (hasTriangles = true) => vaseGlb(faceLimit, hasTriangles);
  const octets = "application/octet-stream";
  const note = new TextEncoder().encode("made by nobody");
  switch (kind) {
    case "zip": {
      const bytes = zipSync({ "out/readme.txt": note, "out/model.glb": glb() });
      return { name: "model.zip", contentType: "application/zip", bytes };
    }
    case "zip-without-model":
      return {
        name: "model.zip",
        contentType: "application/zip",
        bytes: zipSync({ "readme.txt": note }),
      };
    case "fbx":
      return { name: "model.fbx", contentType: octets, bytes: FBX };
    case "no-triangle":
      return { name: "model.glb", contentType: "model/gltf-binary", bytes: glb(false) };
    case "empty":
      return { name: "model.glb", contentType: "model/gltf-binary", bytes: new Uint8Array(0) };
    case "glb":
      return { name: "model.glb", contentType: "model/gltf-binary", bytes: glb() };
  }
}
