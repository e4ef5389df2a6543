import type { Db } from "../../../db.ts";
import type { Env } from "../../../env.ts";
import type { Blob as BlobStore } from "../../blob/port.ts";
import type { Inference } from "../port.ts";
import { callbackUrl } from "./callback-url.ts";
import { Calls } from "./calls.ts";
import { chosenLoras, chosenModels } from "./chosen-models.ts";
import { openFal } from "./client.ts";
import { FalInference } from "./inference.ts";
import { WebhookGate } from "./webhook.ts";

export type FalEnv = Pick<
  Env,
  "FAL_KEY" | "FAL_BASE_URL" | "FAL_MODELS" | "FAL_LORAS" | "FAL_CONCURRENCY" | "MAQUETTE_URL"
>;

export interface FalNeeds {
  db: () => Db;
  blob: () => BlobStore;
  embedded: Inference;
  /** Where fal can reach us, whatever MAQUETTE_URL says. */
  callbackUrl?: string;
}

/** Pictures and models by fal where it is better, by the kernel where a kind builds them. */
export function createFalInference(env: FalEnv & { FAL_KEY: string }, needs: FalNeeds): Inference {
  return new FalInference({
    fal: openFal({ key: env.FAL_KEY, baseUrl: env.FAL_BASE_URL }),
    calls: new Calls(needs.db),
    models: chosenModels(env.FAL_MODELS),
    loras: chosenLoras(env.FAL_LORAS),
    atOnce: env.FAL_CONCURRENCY,
    webhooks: new WebhookGate(env.FAL_BASE_URL),
    callbackUrl: callbackUrl(env.MAQUETTE_URL),
    ...needs,
  });
}
