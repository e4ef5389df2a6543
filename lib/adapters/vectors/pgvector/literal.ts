/** A vector as pgvector writes it; seven digits are more than a 32-bit unit vector needs. */
export const toLiteral = (vector: Float32Array) =>
  `[${Array.from(vector, (value) => Number(value.toFixed(7))).join(",")}]`;

export const fromLiteral = (text: string) => Float32Array.from(JSON.parse(text) as number[]);
