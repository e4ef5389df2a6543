import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { confirmEmail } from "#lib/accounts/confirm-email.ts";
import { requestEmailConfirmation } from "#lib/accounts/request-email-confirmation.ts";
import { personalWorkspaceId } from "#lib/accounts/scope.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { db } from "../http/environment.ts";
import { contextOf, guest, lastMailTo, refusalOf, tokenIn } from "./people.ts";

const account = (email: string) => ({ email, password: "a good long password" });

describe("signing up", () => {
  test("makes a person with a personal workspace of their own", async () => {
    const { id, workspaceId } = await signUp(guest(), {
      ...account(" Ada@Example.Test "),
      name: "Ada",
    });
    const user = await db.user.findUniqueOrThrow({
      where: { id },
      omit: { passwordHash: false },
      include: { members: true },
    });
    expect(user).toMatchObject({ email: "ada@example.test", name: "Ada", emailVerified: null });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(user.members).toMatchObject([{ workspaceId, role: "owner" }]);
    const ctx = contextOf({ type: "user", userId: id, role: "user" });
    expect(await personalWorkspaceId(ctx)).toBe(workspaceId);
  });

  test("sends a mail whose link confirms the address, once", async () => {
    const { id } = await signUp(guest(), account("confirm@example.test"));
    const mail = await lastMailTo("confirm@example.test");
    expect(mail.text).toContain("http://maquette.test/confirm?token=");
    expect(mail.sentAt).not.toBeNull();
    const token = tokenIn(mail.text);
    expect(await confirmEmail(guest(), { token })).toEqual({ email: "confirm@example.test" });
    const user = await db.user.findUniqueOrThrow({ where: { id } });
    expect(user.emailVerified).not.toBeNull();
    expect((await refusalOf(confirmEmail(guest(), { token }))).code).toBe("invalid_input");
  });

  test("keeps no token that could be used, only its hash", async () => {
    await signUp(guest(), account("hash@example.test"));
    const token = tokenIn((await lastMailTo("hash@example.test")).text);
    const rows = await db.authToken.findMany();
    expect(rows.map((row) => row.tokenHash)).not.toContain(token);
  });

  test("refuses an address that has an account, whatever its case", async () => {
    await signUp(guest(), account("twice@example.test"));
    const error = await refusalOf(signUp(guest(), account("TWICE@example.test")));
    expect(error.code).toBe("conflict");
    expect(error.fieldErrors).toHaveProperty("email");
    expect(await db.workspace.count({ where: { name: "twice" } })).toBe(1);
  });

  test("lets one of two win who sign up with one address at the same time", async () => {
    const tries = [1, 2, 3].map(() => signUp(guest(), account("race@example.test")));
    const outcomes = await Promise.allSettled(tries);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await db.user.count({ where: { email: "race@example.test" } })).toBe(1);
    expect(await db.workspace.count({ where: { name: "race" } })).toBe(1);
  });

  test.each([
    ["an address without @", { email: "nobody", password: "a good long password" }],
    ["a short password", { email: "short@example.test", password: "123456789" }],
    ["an endless password", { email: "long@example.test", password: "x".repeat(201) }],
  ])("refuses %s", async (_, input) => {
    await expect(signUp(guest(), input)).rejects.toBeInstanceOf(ZodError);
  });
});

describe("the mail to confirm an address", () => {
  test("is sent again on request; the link before stops working", async () => {
    const { id } = await signUp(guest(), account("again@example.test"));
    const first = tokenIn((await lastMailTo("again@example.test")).text);
    const ctx = contextOf({ type: "user", userId: id, role: "user" });
    await requestEmailConfirmation(ctx);
    const second = tokenIn((await lastMailTo("again@example.test")).text);
    expect((await refusalOf(confirmEmail(guest(), { token: first }))).code).toBe("invalid_input");
    await confirmEmail(guest(), { token: second });
  });

  test("is limited to five an hour", async () => {
    const { id } = await signUp(guest(), account("often@example.test"));
    const ctx = contextOf({ type: "user", userId: id, role: "user" });
    for (let n = 0; n < 5; n++) await requestEmailConfirmation(ctx);
    const error = await refusalOf(requestEmailConfirmation(ctx));
    expect(error.code).toBe("rate_limited");
    expect(error.retryAfterSeconds).toBeGreaterThan(3000);
  });

  test("is not for a guest", async () => {
    expect((await refusalOf(requestEmailConfirmation(guest()))).code).toBe("unauthenticated");
  });

  test("works for three days", async () => {
    await signUp(guest(), account("late@example.test"));
    const token = tokenIn((await lastMailTo("late@example.test")).text);
    const later = new Date(Date.now() + 3 * 24 * 3600_000 + 1000);
    const ctx = contextOf({ type: "guest" }, () => later);
    expect((await refusalOf(confirmEmail(ctx, { token }))).code).toBe("invalid_input");
  });
});
