import { expect, test } from "vitest";
import { runsExecutor } from "#lib/adapters/events/index.ts";
import { parseEnv } from "#lib/env.ts";

test.each([
  ["nothing set", {}, true],
  ["EXECUTOR=0", { EXECUTOR: "0" }, false],
  ["EXECUTOR=1", { EXECUTOR: "1" }, true],
  ["an Inngest server", { INNGEST_SIGNING_KEY: "signkey-test", INNGEST_EVENT_KEY: "k" }, false],
  [
    "an Inngest server and EXECUTOR=1",
    { INNGEST_SIGNING_KEY: "signkey-test", INNGEST_EVENT_KEY: "k", EXECUTOR: "1" },
    false,
  ],
])("with %s the embedded executor runs: %o → %s", (_, variables, runs) => {
  expect(runsExecutor(parseEnv(variables))).toBe(runs);
});
