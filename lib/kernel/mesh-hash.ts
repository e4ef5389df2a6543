import type { Mesh } from "./mesh.ts";
import { sha256Hex } from "./sha256.ts";

const bytesOf = (array: Float32Array | Uint32Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

/**
 * The SHA-256 of positions and indices of meshes in their order, as 64 hex digits. Equal for equal
 * numbers on any little-endian machine; machines whose sine differs in the last bit differ here too.
 */
export function meshHash(meshes: readonly Mesh[]): string {
  return sha256Hex(
    ...meshes.flatMap(({ positions, indices }) => [bytesOf(positions), bytesOf(indices)]),
  );
}
