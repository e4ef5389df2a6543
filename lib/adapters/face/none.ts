import type { Faces } from "./port.ts";

/** No face model: what it would say is not known. */
export const noFaces: Faces = {
  model: null,
  find: async () => null,
  likeness: async () => null,
  check: async () => {},
};
