/**
 * How a surface passes through a grid cell, for each of the 256 ways its corners lie inside or outside.
 * Corner c lies at (c & 1, c >> 1 & 1, c >> 2 & 1). Edge `4 a + k` runs along axis a; k counts the two
 * other axes' offsets, the lower axis first.
 */

/** Axes across an axis, lower first. */
const ACROSS = [
  [1, 2],
  [0, 2],
  [0, 1],
] as const;

/** The two corners of each edge. */
export const EDGE_CORNERS: readonly (readonly [number, number])[] = [0, 1, 2].flatMap((axis) =>
  [0, 1, 2, 3].map((k): [number, number] => {
    const [u, v] = ACROSS[axis]!;
    const low = ((k & 1) << u) | ((k >> 1) << v);
    return [low, low | (1 << axis)];
  }),
);

const edgeBetween = (a: number, b: number) =>
  EDGE_CORNERS.findIndex(([low, high]) => low === Math.min(a, b) && high === Math.max(a, b));

/** Corners of each face in turn around it. */
const FACES = [0, 1, 2].flatMap((axis) =>
  [0, 1].map((side) => {
    const [u, v] = ACROSS[axis]!;
    const base = side << axis;
    return [base, base | (1 << u), base | (1 << u) | (1 << v), base | (1 << v)];
  }),
);

/** Edges of a face that the surface connects: around each inside corner where two such corners face each other. */
function linksOnFace(face: readonly number[], inside: (corner: number) => boolean) {
  const edges = face.map((corner, i) => edgeBetween(corner, face[(i + 1) % 4]!));
  const crossed = edges.filter((_, i) => inside(face[i]!) !== inside(face[(i + 1) % 4]!));
  if (crossed.length < 4) return crossed.length === 2 ? [[crossed[0]!, crossed[1]!]] : [];
  return face.flatMap((corner, i) => (inside(corner) ? [[edges[(i + 3) % 4]!, edges[i]!]] : []));
}

/** The sheet of surface that crosses each edge of a cell: 0, 1 …, or 255 for an edge it does not cross. */
function sheetsOf(code: number): Uint8Array {
  const links = FACES.flatMap((face) =>
    linksOnFace(face, (corner) => ((code >> corner) & 1) === 1),
  );
  const sheets = new Uint8Array(12).fill(255);
  let count = 0;
  for (let first = 0; first < 12; first++) {
    if (sheets[first] !== 255 || !links.some((link) => link.includes(first))) continue;
    const pending = [first];
    for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
      if (sheets[edge] !== 255) continue;
      sheets[edge] = count;
      for (const [a, b] of links) {
        if (a === edge) pending.push(b!);
        if (b === edge) pending.push(a!);
      }
    }
    count++;
  }
  return sheets;
}

/** Sheet × 12 edges × 256 codes; bit c of a code is set when corner c lies inside. */
export const SHEETS: Uint8Array = (() => {
  const table = new Uint8Array(256 * 12);
  for (let code = 0; code < 256; code++) table.set(sheetsOf(code), code * 12);
  return table;
})();

/** Sheets of surface in a cell × 256 codes. */
export const SHEET_COUNT: Uint8Array = new Uint8Array(256).map((_, code) => {
  const own = SHEETS.subarray(code * 12, code * 12 + 12);
  return own.reduce((most, sheet) => (sheet === 255 ? most : Math.max(most, sheet + 1)), 0);
});
