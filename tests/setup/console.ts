import { format } from "node:util";
import { afterEach, beforeEach } from "vitest";

const METHODS = ["debug", "error", "info", "log", "warn"] as const;
type Method = (typeof METHODS)[number];

const originals = { ...console };
let unexpected: string[] = [];
let expected: { method: Method; pattern: RegExp; seen: boolean }[] = [];

/** Lets the running test print what matches, and fails it when nothing does. */
export function expectConsole(method: Method, pattern: RegExp): void {
  expected.push({ method, pattern, seen: false });
}

function record(method: Method, values: unknown[]): void {
  const text = format(...values);
  const match = expected.find((entry) => entry.method === method && entry.pattern.test(text));
  if (match) match.seen = true;
  else unexpected.push(`console.${method}: ${text}`);
}

beforeEach(() => {
  unexpected = [];
  expected = [];
  for (const method of METHODS) console[method] = (...values) => record(method, values);
});

afterEach(() => {
  Object.assign(console, originals);
  const missing = expected.filter((entry) => !entry.seen);
  if (unexpected.length > 0) {
    throw new Error(`Unexpected console output:\n${unexpected.join("\n")}`);
  }
  if (missing.length > 0) {
    throw new Error(`Expected on the console, never seen: ${missing.map((m) => m.pattern)}`);
  }
});
