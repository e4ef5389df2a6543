import { db } from "../../db.ts";
import { type Env, env } from "../../env.ts";
import { embeddedEventBus } from "./embedded.ts";
import { inngestEventBus } from "./inngest.ts";
import type { EventBus } from "./port.ts";

/** True when an Inngest server is configured: its signing key is what makes calls from it trustworthy. */
export const usesInngestServer = (variables: Env = env()): boolean =>
  Boolean(variables.INNGEST_SIGNING_KEY);

/** True when this process runs durable functions itself: no Inngest server is configured, and no other process does it. */
export const runsExecutor = (variables: Env = env()): boolean =>
  !usesInngestServer(variables) && variables.EXECUTOR;

/** The process's way of sending events, chosen by the environment. */
export function eventBus(variables: Env = env()): EventBus {
  if (!usesInngestServer(variables)) return embeddedEventBus(db);
  const eventKey = variables.INNGEST_EVENT_KEY;
  if (!eventKey) throw new Error("INNGEST_SIGNING_KEY is set without INNGEST_EVENT_KEY.");
  return inngestEventBus({ eventKey, baseUrl: variables.INNGEST_BASE_URL });
}
