/** `npm run rotate-master-key`: seals every atelier's contact anew under a new master key while the app serves. */
import { existsSync } from "node:fs";
import path from "node:path";
import { createVault } from "#lib/adapters/vault/index.ts";
import { rotateMasterKey } from "#lib/ateliers/contact/rotate-master-key.ts";
import { connectDb } from "#lib/db.ts";
import { env } from "#lib/env.ts";

/** The database that was given, else the embedded one of the running app. */
function databaseUrl(): string {
  const { DATABASE_URL, MAQUETTE_HOME } = env();
  if (DATABASE_URL) return DATABASE_URL;
  const folder = path.resolve(MAQUETTE_HOME, "socket");
  if (existsSync(path.join(folder, ".s.PGSQL.5432"))) {
    return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  }
  throw new Error(
    `No database answers in ${MAQUETTE_HOME}. Start Maquette, or name its database by DATABASE_URL.`,
  );
}

const db = connectDb(databaseUrl(), 2);
try {
  const adapters = { vault: createVault(env()) };
  const { keyId, sealed } = await rotateMasterKey({ db, adapters, now: () => new Date() });
  console.log(`Sealed ${sealed} contacts anew under the key ${keyId}; older keys are gone.`);
} finally {
  await db.$disconnect();
}
