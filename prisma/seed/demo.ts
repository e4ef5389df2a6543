import { createDemoAccounts } from "#lib/accounts/create-demo-accounts.ts";
import { createBlob } from "#lib/adapters/blob/index.ts";
import { createEmbedders } from "#lib/adapters/embedder/index.ts";
import { createVault } from "#lib/adapters/vault/index.ts";
import { createVectors } from "#lib/adapters/vectors/index.ts";
import { connectDb, type Db } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { demoFile, readDemo } from "../../scripts/start/database.mjs";
import { writePrivateJson } from "../../scripts/start/state.mjs";
import { seedAteliers } from "./seed-ateliers.ts";
import { seedCatalog } from "./seed-catalog.ts";
import { seedJudgments } from "./seed-judgments.ts";

/** Fills the embedded database with the demo people and what they find when they look around. */
export async function seedDemo(databaseUrl: string, home: string): Promise<void> {
  const db = connectDb(databaseUrl);
  try {
    await seedPeople(db, home);
    const [blob, vault] = [createBlob(env()), createVault(env())];
    const ownerEmail = readDemo(home)!.atelier.email;
    await seedAteliers({ db, blob, vault, ownerEmail, now: new Date() });
    // The demo's vectors were made by the kernel's descriptor, and stay out of rented indexes.
    const embedder = createEmbedders({}).current.id;
    const vectors = createVectors({}, () => db);
    await seedCatalog({ db, vectors, embedder, now: () => new Date() });
    // After the catalogue, whose products it judges.
    await seedJudgments(db);
  } finally {
    await db.$disconnect();
  }
}

/**
 * Makes the demo people and writes how to sign in to `demo.json` (mode 600). People who are there keep their passwords,
 * as long as that file is there too.
 */
async function seedPeople(db: Db, home: string): Promise<void> {
  const known = readDemo(home);
  const email = known?.customer.email;
  if (email && (await db.user.count({ where: { email } })) > 0) return;
  const made = await createDemoAccounts({ db, now: () => new Date() });
  const signIns = Object.entries(made).map(([person, { apiKey, ...signIn }]) => [
    person,
    { ...signIn, api_key: apiKey },
  ]);
  const url = known?.url ?? "";
  writePrivateJson(demoFile(home), { url, ...Object.fromEntries(signIns) });
}
