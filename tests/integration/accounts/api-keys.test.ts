import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { findApiKeyActor } from "#lib/accounts/api-key.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { listApiKeys } from "#lib/accounts/list-api-keys.ts";
import { revokeApiKey } from "#lib/accounts/revoke-api-key.ts";
import { db } from "../http/environment.ts";
import { guest, keyContext, makePerson, refusalOf } from "./people.ts";

const now = new Date();

describe("an API key", () => {
  test("stands for its person and workspace, and only its hash is kept", async () => {
    const { ctx, userId, workspaceId } = await makePerson();
    const { id, key, prefix } = await createApiKey(ctx, { name: "Shop", scopes: ["read"] });
    expect(key).toMatch(/^mq_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    expect(await findApiKeyActor(db, key, now)).toEqual({
      type: "api-key",
      keyId: id,
      userId,
      workspaceId,
      scopes: ["read"],
    });
    const row = await db.apiKey.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(row)).not.toContain(key);
    expect(row.lastUsedAt).toEqual(now);
  });

  test("is listed without itself, newest first, to its person alone", async () => {
    const { ctx } = await makePerson();
    const first = await createApiKey(ctx, { name: "First" });
    await createApiKey(ctx, { name: "Second" });
    const listed = await listApiKeys(ctx);
    expect(listed.map((key) => key.name)).toEqual(["Second", "First"]);
    expect(JSON.stringify(listed)).not.toContain(first.key);
    expect(await listApiKeys((await makePerson()).ctx)).toEqual([]);
  });

  test("ends at once when it is revoked, which works once", async () => {
    const { ctx } = await makePerson();
    const { id, key } = await createApiKey(ctx, { name: "Old" });
    await revokeApiKey(ctx, { id });
    expect(await findApiKeyActor(db, key, now)).toBeNull();
    expect(await listApiKeys(ctx)).toEqual([]);
    expect((await refusalOf(revokeApiKey(ctx, { id }))).code).toBe("not_found");
  });

  test("ends when its time is over", async () => {
    const { ctx } = await makePerson();
    const { key } = await createApiKey(ctx, { name: "Short", expiresInDays: 1 });
    expect(await findApiKeyActor(db, key, now)).not.toBeNull();
    expect(await findApiKeyActor(db, key, new Date(now.getTime() + 86_460_000))).toBeNull();
  });

  test("of someone else cannot be revoked: it does not exist", async () => {
    const { id } = await createApiKey((await makePerson()).ctx, { name: "Mine" });
    const { ctx } = await makePerson();
    expect((await refusalOf(revokeApiKey(ctx, { id }))).code).toBe("not_found");
  });

  test("is not made by guests or by keys", async () => {
    expect((await refusalOf(createApiKey(guest(), { name: "x" }))).code).toBe("unauthenticated");
    const key = keyContext(await makePerson());
    expect((await refusalOf(createApiKey(key, { name: "x" }))).code).toBe("forbidden");
    expect((await refusalOf(listApiKeys(guest()))).code).toBe("unauthenticated");
  });

  test("needs a name and a known scope", async () => {
    const { ctx } = await makePerson();
    await expect(createApiKey(ctx, { name: " " })).rejects.toBeInstanceOf(ZodError);
    await expect(createApiKey(ctx, { name: "x", scopes: [] })).rejects.toBeInstanceOf(ZodError);
  });

  test("is one of twenty at most, also when many are made at once", async () => {
    const { ctx, userId } = await makePerson();
    const tries = Array.from({ length: 24 }, (_, n) => createApiKey(ctx, { name: `Key ${n}` }));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(20);
    expect(await db.apiKey.count({ where: { userId } })).toBe(20);
  });

  test.each(["", "mq_", "mq_unknown", "sk_other"])("%j is none", async (key) => {
    expect(await findApiKeyActor(db, key, now)).toBeNull();
  });
});
