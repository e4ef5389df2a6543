import type { Env } from "../../env.ts";
import { createClipEmbedder } from "./clip.ts";
import { createHttpEmbedder } from "./http.ts";
import { createLookEmbedder } from "./look.ts";
import { type Embedder, type Embedders, isSameEmbedder } from "./port.ts";

type EmbedderEnv = Partial<
  Pick<Env, "EMBEDDER" | "EMBEDDER_MODEL" | "EMBEDDER_DIMENSIONS" | "EMBEDDER_API_KEY">
>;

const CLIP = /^clip:(.+)$/;
/** Of CLIP ViT-B/32 and most of its family. */
const CLIP_DIMENSIONS = 512;

/**
 * The embedder in use, and whatever else can be asked while an index of its vectors still serves: the kernel's
 * descriptor always can.
 */
export function createEmbedders(env: EmbedderEnv): Embedders {
  const look = createLookEmbedder();
  const current = chosen(env) ?? look;
  const known: Embedder[] = [current, look];
  return {
    current,
    find: (id) => known.find((one) => isSameEmbedder(one.id, id)) ?? null,
  };
}

function chosen(env: EmbedderEnv): Embedder | null {
  const { EMBEDDER = "look", EMBEDDER_MODEL, EMBEDDER_API_KEY } = env;
  const dimensions = env.EMBEDDER_DIMENSIONS ?? CLIP_DIMENSIONS;
  if (EMBEDDER === "look") return null;
  const clip = CLIP.exec(EMBEDDER)?.[1];
  if (clip) return createClipEmbedder({ model: clip, dimensions });
  if (!/^https?:\/\//.test(EMBEDDER)) {
    throw new Error("EMBEDDER is look, clip:FOLDER_OR_ID or the http address of an endpoint.");
  }
  if (!EMBEDDER_MODEL) throw new Error("EMBEDDER as an address needs EMBEDDER_MODEL beside it.");
  const model = EMBEDDER_MODEL;
  return createHttpEmbedder({ baseUrl: EMBEDDER, model, dimensions, apiKey: EMBEDDER_API_KEY });
}
