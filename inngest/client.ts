import { Inngest } from "inngest";
import { usesInngestServer } from "#lib/adapters/events/index.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { embeddedFetch } from "./embedded/fetch.ts";

/** First part of every function's id. */
export const APP_ID = "maquette";

const onServer = usesInngestServer();

/**
 * The client of the functions. Without an Inngest server it takes no keys, and what it would send to one (events from
 * steps) goes to the executor of this machine.
 */
export const inngest = new Inngest({
  id: APP_ID,
  isDev: !onServer,
  logger: log,
  ...(onServer
    ? {
        baseUrl: env().INNGEST_BASE_URL,
        eventKey: env().INNGEST_EVENT_KEY,
        signingKey: env().INNGEST_SIGNING_KEY,
      }
    : { fetch: embeddedFetch }),
});
