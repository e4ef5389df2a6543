/** How often a long test repeats: the small number in `npm test`, the full one in `npm run test:long`. */
export function repetitions(small: number, full: number): number {
  return process.env.MAQUETTE_TEST_LONG === "1" ? full : small;
}
