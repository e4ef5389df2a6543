import { DOUBLE_FAL_KEY, openFalDouble } from "../doubles/fal/server.ts";
import { removeHome, startApp } from "./app.ts";

/** Long enough to be seen at work. */
const WORK_MS = 800;

interface Provider {
  env: Record<string, string>;
  close(): Promise<void>;
}

/** The provider the stories run with: none, or fal's double where MAQUETTE_TEST_PROVIDER says `fal`. */
async function openProvider(): Promise<Provider> {
  if (process.env.MAQUETTE_TEST_PROVIDER !== "fal") return { env: {}, close: async () => {} };
  const { url, close } = await openFalDouble({ workMs: WORK_MS });
  process.env.MAQUETTE_TEST_PROVIDER_URL = url;
  return { env: { FAL_KEY: DOUBLE_FAL_KEY, FAL_BASE_URL: url }, close };
}

/** Starts the app for all browser tests; they find its address, demo sign-ins and provider in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const provider = await openProvider();
  const app = await startApp({ env: provider.env });
  process.env.MAQUETTE_TEST_URL = app.url;
  process.env.MAQUETTE_TEST_HOME = app.home;
  return async () => {
    await app.stop();
    await provider.close();
    removeHome(app.home);
  };
}
