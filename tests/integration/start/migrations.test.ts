import { expect, test } from "vitest";
import { testDatabase } from "#tests/setup/database.ts";
import { diffSchemas, readSchema, SNAPSHOT_FOLDER } from "../../../scripts/database/migrate.ts";

const { url } = await testDatabase();

test("the migrations hold every change of the datamodel", async () => {
  const sql = await diffSchemas(url, readSchema(SNAPSHOT_FOLDER), readSchema());
  expect(sql.replace(/^--.*$/gm, "").trim()).toBe("");
});
