import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ModelService } from "#tests/doubles/openai/server.ts";
import { openS3Double } from "#tests/doubles/s3/server.ts";
import { openSmtpDouble } from "#tests/doubles/smtp.ts";
import { examine } from "../../../scripts/doctor/examine.ts";
import { testDatabase } from "../../setup/database.ts";

const home = mkdtempSync(path.join(tmpdir(), "maquette-doctor-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const { url } = await testDatabase();
const s3 = await openS3Double({ bucket: "files", secretAccessKey: "right-secret" });
const chat = await ModelService.open();
const smtp = await openSmtpDouble();
afterAll(() => Promise.all([s3.close(), chat.close(), smtp.close()]));

const GOOD = {
  MAQUETTE_HOME: home,
  MAQUETTE_URL: "https://maquette.example",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
  DATABASE_URL: url,
  S3_ENDPOINT: s3.url,
  S3_BUCKET: "files",
  S3_ACCESS_KEY_ID: "AKIDOFTHISTEST",
  S3_SECRET_ACCESS_KEY: "right-secret",
  PERSONAL_FILES_KEY: Buffer.alloc(32, 1).toString("base64"),
  CHAT_BASE_URL: `${chat.url}/v1`,
  CHAT_MODEL: "m",
  CHAT_API_KEY: "sk-of-the-test",
  SMTP_URL: smtp.url,
};

const found = async (variables: Record<string, string>, part: string) =>
  (await examine(variables)).find((one) => one.part === part);

test("finds nothing wrong with a configuration that works, and leaves nothing behind", async () => {
  const findings = await examine(GOOD);
  expect(findings.filter(({ state }) => state === "wrong")).toEqual([]);
  expect(findings.find(({ part }) => part === "files")).toMatchObject({ state: "ok" });
  expect(findings.find(({ part }) => part === "database")?.what).toContain("every migration");
  expect(s3.objects.size).toBe(0);
  expect(smtp.received).toEqual([]);
});

test("needs nothing set", async () => {
  const findings = await examine({ MAQUETTE_HOME: home });
  expect(findings.every(({ state }) => state !== "wrong")).toBe(true);
});

describe("says what is wrong and how to mend it, without the key", () => {
  test.each([
    ["files", { S3_SECRET_ACCESS_KEY: "other-secret" }, "403 SignatureDoesNotMatch", "S3_"],
    ["files", { S3_BUCKET: "nowhere" }, "404", "bucket"],
    ["files", { S3_ENDPOINT: "http://127.0.0.1:9" }, "cannot be reached", "S3_"],
    [
      "database",
      { DATABASE_URL: "postgresql://u:p@127.0.0.1:9/x" },
      "ECONNREFUSED",
      "DATABASE_URL",
    ],
    ["secret", { NEXTAUTH_SECRET: "short" }, "5 characters", "openssl"],
    ["mail", { SMTP_URL: "smtp://127.0.0.1:9" }, "ECONNREFUSED", "SMTP_URL"],
    ["durable work", { INNGEST_EVENT_KEY: "k" }, "half set", "INNGEST_SIGNING_KEY"],
    ["chat model", { CHAT_BASE_URL: "http://127.0.0.1:9" }, "did not answer", "CHAT_BASE_URL"],
  ])("%s with %j", async (part, wrong, what, fix) => {
    const finding = await found({ ...GOOD, ...wrong }, part);
    expect(finding?.state).toBe("wrong");
    expect(finding?.what).toContain(what);
    expect(finding?.fix).toContain(fix);
    expect(JSON.stringify(finding)).not.toMatch(/other-secret|sk-of-the-test/);
  });

  test("a chat model whose key is refused", async () => {
    chat.says = [{ status: 401 }];
    const finding = await found(GOOD, "chat model");
    expect(finding).toMatchObject({ state: "wrong" });
    expect(finding?.what).toContain("refuses this site's key");
    expect(finding?.what).not.toContain("sk-secret");
  });

  test("variables that cannot be read", async () => {
    const [finding] = await examine({ ...GOOD, PORT: "many" });
    expect(finding).toMatchObject({ part: "variables", state: "wrong" });
    expect(finding?.what).toContain("PORT");
  });
});
