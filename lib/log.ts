import pino, { type Logger } from "pino";
import { env } from "./env.ts";

/** Paths whose values never reach a log line. */
const SECRET_PATHS = [
  "password",
  "*.password",
  "authorization",
  "*.authorization",
  "cookie",
  "*.cookie",
  "apiKey",
  "*.apiKey",
  "token",
  "*.token",
];

/** JSON lines on standard output; add a request's id with `log.child({ requestId })`. */
export const log: Logger = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: SECRET_PATHS, censor: "[secret]" },
});
