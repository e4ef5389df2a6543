import { serve } from "inngest/edge";
import { usesInngestServer } from "#lib/adapters/events/index.ts";
import { db } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { inngest } from "../client.ts";
import { functions } from "../functions/index.ts";
import { type RunningExecutor, runExecutor } from "./executor.ts";

/** Instrumentation and routes are different module instances: the executor is the process's. */
const kept = globalThis as unknown as { maquetteExecutor?: Promise<RunningExecutor> };

/**
 * Starts this process's executor, once. Throws an Error when an Inngest server is configured (two would do the work
 * twice), or when a function uses an option that is not supported.
 */
export async function startExecutor(): Promise<void> {
  if (usesInngestServer())
    throw new Error("An Inngest server is configured; it runs the functions.");
  kept.maquetteExecutor ??= runExecutor({
    db: db(),
    handler: serve({ client: inngest, functions }),
  });
  await kept.maquetteExecutor;
  log.info({ functions: functions.length }, "executor started");
}

/** Stops it cleanly: what is under way may end, the rest is taken up by the next start. */
export async function stopExecutor(): Promise<void> {
  const running = kept.maquetteExecutor;
  delete kept.maquetteExecutor;
  await (await running)?.stop();
}
