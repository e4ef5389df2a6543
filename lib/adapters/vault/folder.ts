import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { secretFromFile } from "../secret-file.ts";
import { keyIdOf } from "./aead.ts";
import { keyringVault } from "./keyring.ts";
import type { Vault } from "./port.ts";

const FILE = /^(\d+)\.key$/;

/** Master keys in a folder, `1.key`, `2.key` …; the first is made when it is first needed. */
export function folderVault(folder: string): Vault {
  const fileOf = (number: number) => path.join(folder, `${number}.key`);
  const numbers = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = await readdir(/* turbopackIgnore: true */ folder);
    const found = names.flatMap((name) => Number(FILE.exec(name)?.[1] ?? []));
    return found.length > 0 ? found.sort((one, other) => one - other) : [1];
  };
  return keyringVault({
    name: "folder",
    keys: async () =>
      Promise.all((await numbers()).map((number) => secretFromFile(fileOf(number)))),
    renew: async () => {
      const newest = (await numbers()).at(-1)!;
      // The first key may not be there yet: then it is the new one.
      await secretFromFile(fileOf(newest));
      await secretFromFile(fileOf(newest + 1));
    },
    forgetOlder: async (than) => {
      const all = await numbers();
      const ids = await Promise.all(
        all.map(async (one) => keyIdOf(await secretFromFile(fileOf(one)))),
      );
      const older = all.slice(0, Math.max(0, ids.indexOf(than)));
      await Promise.all(older.map((number) => rm(fileOf(number), { force: true })));
    },
  });
}
