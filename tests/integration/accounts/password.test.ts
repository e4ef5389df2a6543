import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { ZodError } from "zod";
import { changePassword } from "#lib/accounts/change-password.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { requestPasswordReset } from "#lib/accounts/request-password-reset.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { signIn } from "#lib/accounts/sign-in.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { AppError } from "#lib/shared/errors.ts";
import { adaptersWith } from "../../setup/adapters.ts";
import { db } from "../http/environment.ts";
import {
  contextOf,
  deliverLetters,
  guest,
  keyContext,
  lastMailTo,
  makePerson,
  refusalOf,
  tokenIn,
} from "./people.ts";

const password = "a good long password";
const next = "an even better password";

async function account(email: string) {
  const { id, workspaceId } = await signUp(guest(), { email, password });
  const ctx = contextOf({ type: "user", userId: id, role: "user" });
  return { userId: id, email, workspaceId, ctx };
}

describe("a forgotten password", () => {
  test("is replaced by the link of a mail, and every session ends", async () => {
    const { userId, email } = await account("forgot@example.test");
    await requestPasswordReset(guest(), { email: "Forgot@example.test" });
    const mail = await lastMailTo(email);
    expect(mail.text).toContain("http://maquette.test/reset/");
    const token = tokenIn(mail.text);
    expect(await resetPassword(guest(), { token, password: next })).toEqual({
      id: userId,
      sessionEpoch: 1,
    });
    await signIn(guest(), { email, password: next }, "10.0.0.1");
    const old = await refusalOf(signIn(guest(), { email, password }, "10.0.0.1"));
    expect(old.code).toBe("unauthenticated");
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    expect(user.emailVerified).not.toBeNull();
    expect((await lastMailTo(email)).subject).toBe("Your password was changed");
  });

  test("is asked for without telling whether the address has an account", async () => {
    await account("somebody@example.test");
    await deliverLetters();
    const promised = () => db.outboxEvent.count();
    const before = await promised();
    await requestPasswordReset(guest(), { email: "nobody@example.test" });
    await requestPasswordReset(guest(), { email: "somebody@example.test" });
    expect(await promised()).toBe(before + 2);
    expect((await lastMailTo("somebody@example.test")).text).toContain("/reset/");
    expect(await db.mail.count({ where: { to: "nobody@example.test" } })).toBe(0);
  });

  test("is replaced though no mail server answers; the letter follows", async () => {
    const { email, userId } = await account("down@example.test");
    await requestPasswordReset(guest(), { email });
    const token = tokenIn((await lastMailTo(email)).text);
    const down = new AppError("unavailable", "The mail could not be sent. We try again.");
    const send = async () => Promise.reject(down);
    const ctx = guest();
    const offline = { ...ctx, adapters: adaptersWith(ctx.adapters, { mail: { name: "x", send } }) };
    expect(await resetPassword(offline, { token, password: next })).toMatchObject({ id: userId });
    expect((await refusalOf(deliverLetters(offline))).code).toBe("unavailable");
    expect((await lastMailTo(email)).subject).toBe("Your password was changed");
    await deliverLetters();
    expect(await db.mail.count({ where: { to: email } })).toBe(3);
  });

  test("of an address somebody else had signed up with takes their keys from them", async () => {
    const { ctx, email, userId } = await account("squatted@example.test");
    await createApiKey(ctx, { name: "kept" });
    await requestPasswordReset(guest(), { email });
    const token = tokenIn((await lastMailTo(email)).text);
    await resetPassword(guest(), { token, password: next });
    expect(await db.apiKey.count({ where: { userId, revokedAt: null } })).toBe(0);
  });

  test("is replaced once by one link, also when it is opened twice at the same time", async () => {
    const { email } = await account("once@example.test");
    await requestPasswordReset(guest(), { email });
    const token = tokenIn((await lastMailTo(email)).text);
    const outcomes = await Promise.allSettled([
      resetPassword(guest(), { token, password: next }),
      resetPassword(guest(), { token, password: "a third long password" }),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("cannot be replaced after an hour, by a made-up link, or by one that confirms", async () => {
    const { email } = await account("hour@example.test");
    const confirming = tokenIn((await lastMailTo(email)).text);
    await requestPasswordReset(guest(), { email });
    const token = tokenIn((await lastMailTo(email)).text);
    const late = contextOf({ type: "guest" }, () => new Date(Date.now() + 3_601_000));
    for (const attempt of [
      () => resetPassword(late, { token, password: next }),
      () => resetPassword(guest(), { token: "made-up", password: next }),
      () => resetPassword(guest(), { token: confirming, password: next }),
    ]) {
      expect((await refusalOf(attempt())).code).toBe("invalid_input");
    }
  });

  test("must be a good one; a bad try does not use up the link", async () => {
    const { email } = await account("weak@example.test");
    await requestPasswordReset(guest(), { email });
    const token = tokenIn((await lastMailTo(email)).text);
    await expect(resetPassword(guest(), { token, password: "short" })).rejects.toBeInstanceOf(
      ZodError,
    );
    await resetPassword(guest(), { token, password: next });
  });

  test("is mailed five times an hour at most", async () => {
    const { email } = await account("flood@example.test");
    for (let n = 0; n < 5; n++) await requestPasswordReset(guest(), { email });
    expect((await refusalOf(requestPasswordReset(guest(), { email }))).code).toBe("rate_limited");
  });
});

describe("changing a password", () => {
  test("needs the current one and ends other sessions", async () => {
    const { ctx, userId, email } = await account("change@example.test");
    const input = { currentPassword: password, newPassword: next };
    expect(await changePassword(ctx, input)).toEqual({ id: userId, sessionEpoch: 1 });
    await signIn(guest(), { email, password: next }, "10.0.0.1");
  });

  test("is refused with a wrong current password, at its field", async () => {
    const { ctx } = await account("nochange@example.test");
    const input = { currentPassword: "not the password", newPassword: next };
    const error = await refusalOf(changePassword(ctx, input));
    expect(error.code).toBe("invalid_input");
    expect(error.fieldErrors).toHaveProperty("currentPassword");
  });

  test("lets one of two win who change it at the same time", async () => {
    const { ctx } = await account("both@example.test");
    const outcomes = await Promise.allSettled([
      changePassword(ctx, { currentPassword: password, newPassword: next }),
      changePassword(ctx, { currentPassword: password, newPassword: "a third long password" }),
    ]);
    expect(outcomes.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  });

  test("is not for guests, keys, or people without a password", async () => {
    const input = { currentPassword: password, newPassword: next };
    const person = await makePerson();
    expect((await refusalOf(changePassword(guest(), input))).code).toBe("unauthenticated");
    expect((await refusalOf(changePassword(keyContext(person), input))).code).toBe("forbidden");
    expect((await refusalOf(changePassword(person.ctx, input))).code).toBe("invalid_input");
  });

  test("is limited to ten tries in a quarter of an hour", async () => {
    const { ctx } = await account("guess@example.test");
    const input = { currentPassword: "not the password", newPassword: next };
    for (let n = 0; n < 10; n++) await refusalOf(changePassword(ctx, input));
    expect((await refusalOf(changePassword(ctx, input))).code).toBe("rate_limited");
  });
});
