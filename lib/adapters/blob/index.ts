import path from "node:path";
import type { Env } from "../../env.ts";
import { secretFromFile } from "../secret-file.ts";
import { createFolderBlob } from "./folder.ts";
import type { Blob } from "./port.ts";

/** The file store that the environment chooses: a folder under MAQUETTE_HOME. */
export function createBlob(env: Env): Blob {
  if (!env.NEXTAUTH_SECRET) throw new Error("NEXTAUTH_SECRET is not set: it signs file links.");
  let key: Promise<Uint8Array> | undefined;
  return createFolderBlob({
    folder: path.join(env.MAQUETTE_HOME, "blobs"),
    secret: env.NEXTAUTH_SECRET,
    masterKey: () => {
      key ??= secretFromFile(path.join(env.MAQUETTE_HOME, "secrets", "personal-files.key"));
      return key;
    },
  });
}
