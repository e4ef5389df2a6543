import type { Part } from "../mesh.ts";
import { faceNormals } from "../solid/normals.ts";
import { meshOnBed } from "./on-bed.ts";

const HEADER_BYTES = 80;
const TRIANGLE_BYTES = 50;

/**
 * Binary STL of what is made: mm, Z up, standing on the bed. The format carries neither unit nor
 * lineage; `title` (ASCII, cut at 80 bytes) is its header.
 */
export function writeStl(parts: readonly Part[], title: string): Uint8Array {
  const mesh = meshOnBed(parts);
  const normals = faceNormals(mesh);
  const triangles = mesh.indices.length / 3;
  const bytes = new Uint8Array(HEADER_BYTES + 4 + TRIANGLE_BYTES * triangles);
  // Readers take a file that begins with "solid" for text.
  const header = `Binary STL, mm, Z up: ${title}`.replace(/[^\x20-\x7e]/g, "?");
  bytes.set(new TextEncoder().encode(header.slice(0, HEADER_BYTES)));
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER_BYTES, triangles, true);
  let at = HEADER_BYTES + 4;
  for (let t = 0; t < triangles; t++) {
    for (let k = 0; k < 3; k++) view.setFloat32(at + 4 * k, normals[3 * t + k]!, true);
    for (let corner = 0; corner < 3; corner++) {
      const vertex = mesh.indices[3 * t + corner]! * 3;
      for (let k = 0; k < 3; k++) {
        view.setFloat32(at + 12 + 12 * corner + 4 * k, mesh.positions[vertex + k]!, true);
      }
    }
    at += TRIANGLE_BYTES;
  }
  return bytes;
}
