import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { testDatabase } from "../../setup/database.ts";

/**
 * Import this first: it sets what lib/env.ts reads once (a database of the file's own, a state
 * folder, a secret), so that routes and verbs run exactly as they do in the app.
 */
export const home = mkdtempSync(path.join(tmpdir(), "maquette-test-"));
process.env.MAQUETTE_HOME = home;
process.env.NEXTAUTH_SECRET = "a secret of this test, long enough";
process.env.MAQUETTE_URL = "http://maquette.test";
process.env.CORS_ORIGINS = "https://shop.example, https://other.example/";
afterAll(() => rmSync(home, { recursive: true, force: true }));

export const { db, clear } = await testDatabase();
