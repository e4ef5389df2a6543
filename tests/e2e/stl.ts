/** Triangles of a binary STL, mm: xyz × 3 corners × triangles. */
export function parseStl(bytes: Buffer): Float32Array {
  const count = bytes.readUInt32LE(80);
  if (bytes.length !== 84 + 50 * count) throw new Error("Not a binary STL.");
  const corners = new Float32Array(count * 9);
  for (let triangle = 0; triangle < count; triangle++) {
    for (let at = 0; at < 9; at++) {
      corners[triangle * 9 + at] = bytes.readFloatLE(84 + 50 * triangle + 12 + 4 * at);
    }
  }
  return corners;
}

/** How many edges are not run through exactly once in each direction: 0 for a closed solid. */
export function openEdges(corners: Float32Array): number {
  const runs = new Map<string, number>();
  const corner = (at: number) => `${corners[at * 3]},${corners[at * 3 + 1]},${corners[at * 3 + 2]}`;
  for (let at = 0; at < corners.length / 3; at += 3) {
    for (const [from, to] of [
      [at, at + 1],
      [at + 1, at + 2],
      [at + 2, at],
    ] as const) {
      const [a, b] = [corner(from), corner(to)];
      const forward = a < b;
      const key = forward ? `${a}|${b}` : `${b}|${a}`;
      runs.set(key, (runs.get(key) ?? 0) + (forward ? 1 : -1));
    }
  }
  return [...runs.values()].filter((balance) => balance !== 0).length;
}

/**
 * Diameter of the finger hole of a ring that stands on the bed with its axis along y, mm: the largest
 * circle about a point of the z axis that no corner lies in.
 */
export function innerDiameterMm(corners: Float32Array): number {
  let low = 2;
  let high = 30;
  for (let round = 0; round < 80; round++) {
    const a = low + (high - low) / 3;
    const b = high - (high - low) / 3;
    if (clearance(corners, a) < clearance(corners, b)) low = a;
    else high = b;
  }
  return 2 * clearance(corners, (low + high) / 2);
}

/** Distance from the line along y at height z to the nearest corner. */
function clearance(corners: Float32Array, z: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < corners.length; at += 3) {
    nearest = Math.min(nearest, Math.hypot(corners[at] ?? 0, (corners[at + 2] ?? 0) - z));
  }
  return nearest;
}
