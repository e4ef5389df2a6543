import { defineConfig, devices } from "@playwright/test";

/** Quiet flags: no sandbox in containers, no calls home. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `tests/setup/app-for-browser.ts` starts the real app and names its address by MAQUETTE_TEST_URL. */
export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/setup/app-for-browser.ts",
  outputDir: "test-results",
  forbidOnly: true,
  // A story that passes at its second try is named as flaky: on a busy machine a browser may miss a moment.
  retries: 1,
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.MAQUETTE_TEST_URL,
    // Without a picture of every frame, which costs the browser much; each action's snapshot is in it.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: true, sources: true },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
      args: CHROMIUM_FLAGS,
    },
  },
});
