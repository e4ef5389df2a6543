/** Linear RGB of a vertex, for faces whose colour changes along them. */
export type Painter = (x: number, y: number, z: number) => readonly [number, number, number];
