/** Numbers in rows: rows × columns, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float32Array;
}

const LARGEST = 127;

/** A matrix as 8 bits a number with a 32-bit scale for each row, little endian, in base64. */
export function pack({ rows, columns, values }: Matrix): string {
  const bytes = new Uint8Array(rows * (4 + columns));
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-12) / LARGEST;
    view.setFloat32(4 * row, scale, true);
    for (const [column, value] of own.entries()) {
      view.setInt8(4 * rows + row * columns + column, Math.round(value / scale));
    }
  }
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** The matrix that was packed, each number to 1/254 of the largest of its row. */
export function unpack(packed: string, rows: number, columns: number): Matrix {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const scale = view.getFloat32(4 * row, true);
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      values[at] = scale * view.getInt8(4 * rows + at);
    }
  }
  return { rows, columns, values };
}

/** to += from · matrix: the numbers of `from` belong to its rows. */
export function addProduct(
  to: Float32Array,
  from: Float32Array,
  { columns, values }: Matrix,
): void {
  for (const [row, value] of from.entries()) {
    if (value === 0) continue;
    const at = row * columns;
    for (let column = 0; column < columns; column++) to[column]! += value * values[at + column]!;
  }
}
