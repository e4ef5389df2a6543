import "../http/environment.ts";
import { afterAll } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { createEmbeddedInference } from "#lib/adapters/inference/embedded.ts";
import { createFalInference, type FalEnv } from "#lib/adapters/inference/fal/index.ts";
import type { Inference } from "#lib/adapters/inference/port.ts";
import { DOUBLE_FAL_KEY, openFalDouble } from "#tests/doubles/fal/server.ts";
import { db } from "../http/environment.ts";

export const double = await openFalDouble({ workMs: 60 });
const embedded = createEmbeddedInference();
afterAll(async () => {
  await embedded.close();
  await double.close();
});

/** An engine of its own, as a process has it after a start: it knows only what is in the database. */
export function openFalEngine(
  env: Partial<FalEnv & { FAL_KEY: string }> = {},
  options: { callbackUrl?: string; embedded?: Inference } = {},
): Inference {
  return createFalInference(
    {
      ...{ FAL_KEY: DOUBLE_FAL_KEY, FAL_BASE_URL: double.url },
      ...{ FAL_MODELS: undefined, FAL_CONCURRENCY: 10, MAQUETTE_URL: undefined, ...env },
    },
    { db: () => db, blob: () => adapters().blob, embedded, ...options },
  );
}
