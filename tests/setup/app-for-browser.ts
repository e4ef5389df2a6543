import { removeHome, startApp } from "./app.ts";

/** Starts the app for all browser tests; they find its address and demo sign-ins in the environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const app = await startApp();
  process.env.MAQUETTE_TEST_URL = app.url;
  process.env.MAQUETTE_TEST_HOME = app.home;
  return async () => {
    await app.stop();
    removeHome(app.home);
  };
}
