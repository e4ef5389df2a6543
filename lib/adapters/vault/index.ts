import path from "node:path";
import type { Env } from "../../env.ts";
import { folderVault } from "./folder.ts";
import { givenVault } from "./given.ts";
import type { Vault } from "./port.ts";

/** The vault that the environment chooses: given keys, else a folder under MAQUETTE_HOME. */
export function createVault(env: Env): Vault {
  const { CONTACT_MASTER_KEY: key, CONTACT_MASTER_KEY_BEFORE: before } = env;
  if (key) return givenVault({ key, before });
  return folderVault(path.join(env.MAQUETTE_HOME, "secrets", "contacts"));
}
