import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { encodeSession, findSessionActor } from "#lib/accounts/session.ts";
import {
  SIGN_IN_BY_ADDRESS,
  SIGN_IN_BY_BOTH,
  SIGN_IN_BY_EMAIL,
  signIn,
} from "#lib/accounts/sign-in.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { db } from "../http/environment.ts";
import { guest, refusalOf } from "./people.ts";

const password = "a good long password";
const secret = "a secret of this test, long enough";

async function account(email: string) {
  return signUp(guest(), { email, password });
}

describe("signing in", () => {
  test("takes the address in any case and gives a session", async () => {
    const { id } = await account("in@example.test");
    const user = await signIn(guest(), { email: " IN@example.test", password }, "10.0.0.1");
    expect(user.id).toBe(id);
    const cookie = await encodeSession(user, { secret });
    expect(await findSessionActor(db, cookie, { secret })).toEqual({
      type: "user",
      userId: id,
      role: "user",
    });
  });

  test("says the same of a wrong password and of an unknown address", async () => {
    await account("wrong@example.test");
    const wrong = { email: "wrong@example.test", password: "not the password" };
    const unknown = { email: "unknown@example.test", password };
    const first = await refusalOf(signIn(guest(), wrong, "10.0.0.2"));
    const second = await refusalOf(signIn(guest(), unknown, "10.0.0.2"));
    expect(first.code).toBe("unauthenticated");
    expect(first.userMessage).toBe("The e-mail address or the password is wrong.");
    expect(second.userMessage).toBe(first.userMessage);
    expect(second.details).toEqual(first.details);
  });

  test("takes about as long for an unknown address as for a wrong password", async () => {
    await account("time@example.test");
    async function msOf(email: string, address: string) {
      const startedAt = performance.now();
      await refusalOf(signIn(guest(), { email, password: "not the password" }, address));
      return performance.now() - startedAt;
    }
    await msOf("warm@example.test", "10.0.0.9");
    const known = [];
    const unknown = [];
    for (let n = 0; n < 5; n++) {
      known.push(await msOf("time@example.test", "10.0.0.3"));
      unknown.push(await msOf(`nobody${n}@example.test`, "10.0.0.3"));
    }
    // Hashing is nearly all of the time: without the made-up hash an unknown address takes a tenth.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
  });

  test("is refused to whoever tried too often for one account, and to nobody else", async () => {
    await account("locked@example.test");
    const wrong = { email: "locked@example.test", password: "not the password" };
    for (let n = 0; n < SIGN_IN_BY_BOTH.points; n++) {
      await refusalOf(signIn(guest(), wrong, "10.5.0.1"));
    }
    const right = { email: "locked@example.test", password };
    expect((await refusalOf(signIn(guest(), right, "10.5.0.1"))).code).toBe("rate_limited");
    expect(await signIn(guest(), right, "10.5.0.2")).toHaveProperty("id");
  });

  test("is refused after many tries for one account, from wherever they come", async () => {
    await account("limit@example.test");
    for (let n = 0; n < SIGN_IN_BY_EMAIL.points; n++) {
      const input = { email: "limit@example.test", password: "not the password" };
      await refusalOf(signIn(guest(), input, `10.1.0.${n}`));
    }
    const right = signIn(guest(), { email: "limit@example.test", password }, "10.1.1.1");
    const error = await refusalOf(right);
    expect(error.code).toBe("rate_limited");
    expect(error.retryAfterSeconds).toBeGreaterThan(800);
  });

  test("is refused after too many tries from one address, for whatever account", async () => {
    for (let n = 0; n < SIGN_IN_BY_ADDRESS.points; n++) {
      const input = { email: `many${n}@example.test`, password: "not the password" };
      await refusalOf(signIn(guest(), input, "10.2.0.1"));
    }
    const error = await refusalOf(
      signIn(guest(), { email: "fresh@example.test", password }, "10.2.0.1"),
    );
    expect(error.code).toBe("rate_limited");
  });

  test("that goes well does not count against its address", async () => {
    await account("office@example.test");
    for (let n = 0; n < SIGN_IN_BY_ADDRESS.points + 2; n++) {
      await signIn(guest(), { email: "office@example.test", password }, "10.4.0.1");
    }
  });

  test("gives the tries of an account back after the right password", async () => {
    await account("back@example.test");
    const wrong = { email: "back@example.test", password: "not the password" };
    for (let n = 0; n < 9; n++) await refusalOf(signIn(guest(), wrong, "10.3.0.1"));
    await signIn(guest(), { email: "back@example.test", password }, "10.3.0.1");
    expect((await refusalOf(signIn(guest(), wrong, "10.3.0.1"))).code).toBe("unauthenticated");
  });
});

describe("a session", () => {
  test("ends when the person's epoch moves on", async () => {
    const user = await account("epoch@example.test");
    const cookie = await encodeSession(user, { secret });
    await db.user.update({ where: { id: user.id }, data: { sessionEpoch: { increment: 1 } } });
    expect(await findSessionActor(db, cookie, { secret })).toBeNull();
  });

  test("of another site or made up is none", async () => {
    const user = await account("forged@example.test");
    const foreign = await encodeSession(user, { secret: "another secret, also long enough" });
    expect(await findSessionActor(db, foreign, { secret })).toBeNull();
    expect(await findSessionActor(db, "not.a.session", { secret })).toBeNull();
  });

  test("of a person who is gone is none", async () => {
    const user = await account("gone@example.test");
    const cookie = await encodeSession(user, { secret });
    await db.user.delete({ where: { id: user.id } });
    expect(await findSessionActor(db, cookie, { secret })).toBeNull();
  });
});
