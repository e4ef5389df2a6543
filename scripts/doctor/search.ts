import { createEmbedders } from "../../lib/adapters/embedder/index.ts";
import { createVectors } from "../../lib/adapters/vectors/index.ts";
import type { Env } from "../../lib/env.ts";
import type { Examination } from "./finding.ts";

/** Where product vectors lie; the database's own are looked at with the database. */
export const examineVectors = (env: Env): Examination => ({
  part: "vectors",
  fix: "Look at PINECONE_API_KEY and PINECONE_INDEX_HOST (the index's own address, not the controller's).",
  async look() {
    if (!env.PINECONE_API_KEY) return "pgvector, in the database";
    const vectors = createVectors(env, () => {
      throw new Error("Pinecone asks no database");
    });
    await vectors.check();
    return "Pinecone answers; its index must have the embedder's dimensions and the metric cosine";
  },
});

/** What compares pictures. */
export const examineEmbedder = (env: Env): Examination => ({
  part: "embedder",
  fix: "Look at EMBEDDER, EMBEDDER_MODEL, EMBEDDER_DIMENSIONS and EMBEDDER_API_KEY; for clip: npm install --no-save @huggingface/transformers",
  async look() {
    const { current } = createEmbedders(env);
    await current.check();
    const { name, version, dimensions } = current.id;
    return `${name} ${version}, ${dimensions} numbers`;
  },
});
