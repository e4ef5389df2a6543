import type { Db } from "../../db.ts";
import type { Blob as BlobStore } from "../blob/port.ts";
import { createEmbeddedInference } from "./embedded.ts";
import { createFalInference, type FalEnv } from "./fal/index.ts";
import { metered } from "./metered.ts";
import type { Inference } from "./port.ts";

export interface InferenceNeeds {
  db: () => Db;
  blob: () => BlobStore;
}

/** The engine for pictures and models: fal with `FAL_KEY`, else this machine alone. */
export function createInference(env: FalEnv, needs: InferenceNeeds): Inference {
  const embedded = createEmbeddedInference();
  const { FAL_KEY } = env;
  return metered(
    FAL_KEY ? createFalInference({ ...env, FAL_KEY }, { ...needs, embedded }) : embedded,
  );
}
