import { noFaces } from "./none.ts";
import type { Faces } from "./port.ts";

/** The face model the environment chooses; none ships with Maquette. */
export const createFaces = (): Faces => noFaces;
