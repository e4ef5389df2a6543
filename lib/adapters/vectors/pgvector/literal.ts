/** A vector as pgvector writes it. Nine digits tell any 32-bit number from its neighbours. */
export const toLiteral = (vector: Float32Array) =>
  `[${Array.from(vector, (value) => Number(value.toPrecision(9))).join(",")}]`;

export const fromLiteral = (text: string) => Float32Array.from(JSON.parse(text) as number[]);
