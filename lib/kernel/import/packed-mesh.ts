import { invalidInput } from "../../shared/errors.ts";
import type { Mesh } from "../mesh.ts";

/** A mesh of somebody else as it is kept: repaired, in the kernel's frame, with what is known of it. */
export interface BroughtMesh {
  /** mm, Z up, standing on z = 0 in the middle. */
  mesh: Mesh;
  filename: string;
  /** What was repaired, a sentence each. */
  steps: string[];
  /** Closed solids it holds together as. */
  pieces: number;
  /** Whether the file itself said how large it is. */
  isSizeKnown: boolean;
}

/** First bytes of a kept mesh: its name and version. */
const MAGIC = 0x31_4d_51_4d;
const HEADER_BYTES = 16;

interface Facts extends Omit<BroughtMesh, "mesh"> {
  vertices: number;
  corners: number;
  hasColours: boolean;
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** One block of bytes: a header, the facts as JSON, then positions, indices and colours as they lie in memory. */
export function packMesh({ mesh, ...facts }: BroughtMesh): Uint8Array {
  const { positions, indices, colors } = mesh;
  const known: Facts = {
    ...facts,
    vertices: positions.length / 3,
    corners: indices.length,
    hasColours: colors !== undefined,
  };
  const json = new TextEncoder().encode(JSON.stringify(known));
  // Numbers of four bytes lie at multiples of four.
  const textBytes = Math.ceil(json.length / 4) * 4;
  const blocks = [positions, indices, ...(colors ? [colors] : [])].map(bytesOf);
  const size = HEADER_BYTES + textBytes + blocks.reduce((sum, block) => sum + block.length, 0);
  const packed = new Uint8Array(size).fill(0x20, HEADER_BYTES, HEADER_BYTES + textBytes);
  new Uint32Array(packed.buffer, 0, 3).set([MAGIC, json.length, textBytes]);
  packed.set(json, HEADER_BYTES);
  let at = HEADER_BYTES + textBytes;
  for (const block of blocks) {
    packed.set(block, at);
    at += block.length;
  }
  return packed;
}

/** What `packMesh` packed. Throws `invalid_input` for other bytes. */
export function unpackMesh(bytes: Uint8Array): BroughtMesh {
  // A copy of its own: the bytes may begin anywhere, and a Buffer shares its memory.
  const { buffer } = new Uint8Array(bytes);
  const [magic, jsonBytes = 0, textBytes = 0] =
    bytes.length < HEADER_BYTES ? [] : new Uint32Array(buffer, 0, 3);
  if (magic !== MAGIC) throw invalidInput("This is no kept model.");
  const json = new TextDecoder().decode(new Uint8Array(buffer, HEADER_BYTES, jsonBytes));
  const { vertices, corners, hasColours, ...facts } = JSON.parse(json) as Facts;
  const first = HEADER_BYTES + textBytes;
  const second = first + 12 * vertices;
  const third = second + 4 * corners;
  const mesh: Mesh = {
    positions: new Float32Array(buffer, first, 3 * vertices),
    indices: new Uint32Array(buffer, second, corners),
    ...(hasColours && { colors: new Float32Array(buffer, third, 3 * vertices) }),
  };
  return { ...facts, mesh };
}
