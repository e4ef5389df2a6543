import { createLookEmbedder } from "./look.ts";
import { type Embedder, type Embedders, isSameEmbedder } from "./port.ts";

/** The embedder in use, and whatever else can be asked while an index of its vectors still serves. */
export function createEmbedders(): Embedders {
  const current = createLookEmbedder();
  const known: Embedder[] = [current];
  return {
    current,
    find: (id) => known.find((one) => isSameEmbedder(one.id, id)) ?? null,
  };
}
