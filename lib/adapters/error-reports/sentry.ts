import { log } from "../../log.ts";
import type { ErrorReports } from "./port.ts";

/** Reports to the Sentry project of the DSN: the error and where it happened, no request, no person. */
export function createSentryReports(dsn: string): ErrorReports {
  const client = openClient(dsn);
  return {
    name: "sentry",
    report(error, where) {
      client
        .then(({ captureException }) => captureException(error, { tags: where }))
        .catch((cause: unknown) => log.warn({ err: cause }, "error not reported"));
    },
  };
}

/** The package is loaded only where it is used: it takes a moment and some memory. */
async function openClient(dsn: string) {
  const sentry = await import("@sentry/node");
  sentry.init({
    dsn,
    defaultIntegrations: false,
  });
  return sentry;
}
