import { existsSync } from "node:fs";
import path from "node:path";
import { env } from "../env.ts";

/** Where the start script writes down the demo sign-ins it made. */
export const demoFile = () => path.join(env().MAQUETTE_HOME, "demo.json");

/** True where demo accounts were made: on a machine of one's own, never on a given database. */
export const hasDemoAccounts = () => existsSync(/* turbopackIgnore: true */ demoFile());
