import { createDemoAccounts } from "#lib/accounts/create-demo-accounts.ts";
import { connectDb } from "#lib/db.ts";
import { demoFile, readDemo } from "../../scripts/start/database.mjs";
import { writePrivateJson } from "../../scripts/start/state.mjs";

/**
 * Makes the demo people of the embedded database and writes how to sign in to `demo.json` (mode
 * 600). People who are there keep their passwords, as long as that file is there too.
 */
export async function seedDemo(databaseUrl: string, home: string): Promise<void> {
  const db = connectDb(databaseUrl);
  try {
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
  } finally {
    await db.$disconnect();
  }
}
