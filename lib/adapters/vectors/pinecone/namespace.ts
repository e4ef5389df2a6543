import type { EmbedderId } from "../../embedder/port.ts";
import type { VectorSpace } from "../port.ts";

/** No name of a catalogue or an embedder holds it. */
const MARK = "~";

/** The namespace of a space: catalogue, embedder's name, version and dimensions. */
export const namespaceOf = ({ namespace, embedder }: VectorSpace): string =>
  [namespace, embedder.name, embedder.version, embedder.dimensions].join(MARK);

/** The embedder of a catalogue's namespace, or null for a namespace of somebody else. */
export function embedderOf(catalogue: string, name: string): EmbedderId | null {
  const [namespace, embedder, version, dimensions] = name.split(MARK);
  if (namespace !== catalogue || !embedder || !version || !Number(dimensions)) return null;
  return { name: embedder, version, dimensions: Number(dimensions) };
}
