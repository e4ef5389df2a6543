import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createOutboxMail } from "#lib/adapters/mail/outbox.ts";
import { createSmtpMail } from "#lib/adapters/mail/smtp.ts";
import { openSmtpDouble } from "../../doubles/smtp.ts";
import { testDatabase } from "../../setup/database.ts";

const { db, clear } = await testDatabase();
const server = await openSmtpDouble();
afterAll(() => server.close());
beforeEach(clear);

const message = { to: "ada@example.test", subject: "Your ring", text: "It is cast." };

describe("the outbox", () => {
  const mail = createOutboxMail({ db: () => db });

  test("keeps a mail where its page shows it", async () => {
    await mail.send({ ...message, html: "<p>It is cast.</p>" });
    expect(await db.mail.findFirstOrThrow()).toMatchObject({
      ...message,
      html: "<p>It is cast.</p>",
      sentAt: expect.any(Date),
      error: null,
    });
  });

  test("keeps one of several with the same dedupe key, also at the same time", async () => {
    const once = { ...message, dedupeKey: "order-1-cast" };
    await Promise.all([mail.send(once), mail.send(once), mail.send(once)]);
    expect(await db.mail.count()).toBe(1);
  });
});

describe("a mail server", () => {
  const mail = createSmtpMail({
    db: () => db,
    url: server.url,
    from: "Maquette <no-reply@maquette.test>",
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refuse(0);
  });

  test("gets the mail with sender, receiver, subject and text", async () => {
    await mail.send({ ...message, subject: "Dein Ring: größer" });
    expect(server.received).toMatchObject([
      { from: "no-reply@maquette.test", to: ["ada@example.test"] },
    ]);
    const data = server.received[0]?.data ?? "";
    expect(data).toContain("From: Maquette <no-reply@maquette.test>");
    expect(data).toContain("It is cast.");
    expect(data).toMatch(/Subject: =\?UTF-8\?/);
    expect(await db.mail.findFirstOrThrow()).toMatchObject({ sentAt: expect.any(Date) });
  });

  test("gets a link that opens an account, of which nothing is kept here", async () => {
    const text = "Set it here: http://maquette.test/reset/secret";
    await mail.send({ ...message, text, html: text, isSecret: true });
    expect(server.received[0]?.data).toContain("/reset/secret");
    const [kept] = await db.mail.findMany();
    expect(kept).toMatchObject({ subject: message.subject, sentAt: expect.any(Date) });
    expect(JSON.stringify(kept)).not.toContain("secret");
  });

  test("that turns it away makes the sending fail as retryable, and the reason is kept", async () => {
    server.refuse(1);
    await expect(mail.send(message)).rejects.toMatchObject({
      code: "unavailable",
      retryable: true,
    });
    expect(await db.mail.findFirstOrThrow()).toMatchObject({
      sentAt: null,
      error: expect.stringContaining("Try again later"),
    });
  });

  test("gets a mail once that is retried under its dedupe key", async () => {
    const once = { ...message, dedupeKey: "order-1-cast" };
    server.refuse(1);
    await expect(mail.send(once)).rejects.toMatchObject({ code: "unavailable" });
    await mail.send(once);
    await mail.send(once);
    expect(server.received).toHaveLength(1);
    expect(await db.mail.findFirstOrThrow()).toMatchObject({
      sentAt: expect.any(Date),
      error: null,
    });
  });

  test("that is not there makes the sending fail as retryable", async () => {
    const url = "smtp://127.0.0.1:9";
    const nowhere = createSmtpMail({ db: () => db, url, from: "no-reply@maquette.test" });
    await expect(nowhere.send(message)).rejects.toMatchObject({ code: "unavailable" });
  });

  test.each([
    "ada@example.test\r\nBcc: eve@example.test",
    "ada@example.test, eve@example.test",
    '"eve@example.test" <ada@example.test>',
    "ada",
  ])("never gets a mail to %j", async (to) => {
    await expect(mail.send({ ...message, to })).rejects.toMatchObject({ code: "invalid_input" });
    expect(server.received).toEqual([]);
  });
});
