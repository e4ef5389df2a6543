import type { Mesh } from "../mesh.ts";
import { growingFloats } from "./growing.ts";
import { eachLine } from "./lines.ts";
import { brokenFile } from "./refusals.ts";
import { requireTriangles } from "./sound-mesh.ts";

const HEADER_BYTES = 84;
const TRIANGLE_BYTES = 50;

/** The mesh whose triangles share no vertex. */
function unshared(positions: Float32Array): Mesh {
  return { positions, indices: Uint32Array.from({ length: positions.length / 3 }, (_, i) => i) };
}

function readBinary(bytes: Uint8Array, triangles: number): Mesh {
  requireTriangles(triangles);
  const needed = HEADER_BYTES + TRIANGLE_BYTES * triangles;
  if (bytes.length < needed) {
    const reason = `It says ${triangles} triangles and ends after ${Math.max(0, Math.floor((bytes.length - HEADER_BYTES) / TRIANGLE_BYTES))}.`;
    throw brokenFile("stl", reason, { triangles });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const positions = new Float32Array(triangles * 9);
  for (let i = 0; i < positions.length; i++) {
    const at = HEADER_BYTES + TRIANGLE_BYTES * Math.floor(i / 9) + 12 + 4 * (i % 9);
    positions[i] = view.getFloat32(at, true);
  }
  return unshared(positions);
}

function readText(bytes: Uint8Array): Mesh {
  const positions = growingFloats();
  let isEnded = false;
  const isText = eachLine(bytes, (line) => {
    if (line.startsWith("endsolid")) isEnded = true;
    if (!line.startsWith("vertex")) return;
    const [, x, y, z] = line.split(/\s+/);
    positions.push(Number(x ?? "none"), Number(y ?? "none"), Number(z ?? "none"));
    requireTriangles(positions.length / 9);
  });
  if (!isText) throw brokenFile("stl", "Its lines do not end.");
  if (positions.length % 9 !== 0 || !isEnded) throw brokenFile("stl", "It ends within a triangle.");
  return unshared(positions.done());
}

const startsWithSolid = (bytes: Uint8Array) =>
  new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().startsWith("solid");

/** A binary or a text STL, its numbers as mm. Throws `invalid_input` when it is cut short, `too_large`. */
export function readStl(bytes: Uint8Array): Mesh {
  const triangles =
    bytes.length < HEADER_BYTES
      ? 0
      : new DataView(bytes.buffer, bytes.byteOffset).getUint32(HEADER_BYTES - 4, true);
  const isExact = bytes.length === HEADER_BYTES + TRIANGLE_BYTES * triangles;
  // Some binary files begin with "solid" too: the length decides.
  if (!isExact && startsWithSolid(bytes)) return readText(bytes);
  if (bytes.length < HEADER_BYTES) throw brokenFile("stl", "It is too short to hold a model.");
  return readBinary(bytes, triangles);
}
