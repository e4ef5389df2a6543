import { defineConfig } from "vitest/config";

const environment = { LOG_LEVEL: "silent", NODE_ENV: "test" as const, TZ: "UTC" };
const setupFiles = ["tests/setup/console.ts"];

/**
 * Projects: `unit` needs nothing but the code, `geometry` neither but takes its time, `integration` opens databases and ports, `chaos`
 * starts the whole app and kills it.
 */
export default defineConfig({
  test: {
    pool: "forks",
    // Vitest leaves a core free for whoever watches; here nobody does.
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          // Nothing but the code: what a file imports is read once for all of them.
          isolate: false,
          unstubEnvs: true,
          unstubGlobals: true,
          globalSetup: ["tests/setup/generated.ts"],
          setupFiles,
          env: environment,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "geometry",
          include: ["tests/geometry/**/*.test.ts"],
          globalSetup: ["tests/setup/generated.ts"],
          setupFiles,
          env: environment,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/setup/generated.ts", "tests/setup/database-template.ts"],
          setupFiles,
          env: environment,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          fileParallelism: false,
          env: environment,
          testTimeout: 7_200_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
