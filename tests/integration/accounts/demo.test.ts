import "../http/environment.ts";
import { expect, test } from "vitest";
import { findApiKeyActor } from "#lib/accounts/api-key.ts";
import { createDemoAccounts } from "#lib/accounts/create-demo-accounts.ts";
import { signIn } from "#lib/accounts/sign-in.ts";
import { db } from "../http/environment.ts";
import { guest, refusalOf } from "./people.ts";

const ctx = { db, now: () => new Date() };

test("demo people can sign in and call the API, each in their role", async () => {
  const demo = await createDemoAccounts(ctx);
  for (const [as, role] of [
    ["customer", "user"],
    ["atelier", "atelier"],
    ["admin", "admin"],
  ] as const) {
    const { email, password, apiKey } = demo[as];
    const { id } = await signIn(guest(), { email, password }, "10.0.0.1");
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user.role).toBe(role);
    expect(user.emailVerified).not.toBeNull();
    expect(await findApiKeyActor(db, apiKey, new Date())).toMatchObject({ userId: id });
  }
});

test("making them again changes passwords and keys, not people", async () => {
  const first = await createDemoAccounts(ctx);
  const people = await db.user.count();
  const second = await createDemoAccounts(ctx);
  expect(await db.user.count()).toBe(people);
  const { email, password } = first.customer;
  expect((await refusalOf(signIn(guest(), { email, password }, "10.0.0.2"))).code).toBe(
    "unauthenticated",
  );
  expect(await findApiKeyActor(db, first.customer.apiKey, new Date())).toBeNull();
  await signIn(guest(), { email, password: second.customer.password }, "10.0.0.2");
});
