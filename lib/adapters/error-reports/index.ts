import type { Env } from "../../env.ts";
import type { ErrorReports } from "./port.ts";
import { createSentryReports } from "./sentry.ts";

/** Sentry by SENTRY_DSN; without one the log, which every failure is written to anyway, is all there is. */
export function createErrorReports(env: Env): ErrorReports {
  if (env.SENTRY_DSN) return createSentryReports(env.SENTRY_DSN);
  return { name: "log", report: () => {} };
}
