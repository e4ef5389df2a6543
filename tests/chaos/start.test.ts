import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newHome, type RunningApp, removeHome, startApp } from "#tests/setup/app.ts";
import { childrenOf } from "#tests/setup/processes.ts";
import { processStart } from "../../scripts/start/process-identity.mjs";

const home = newHome();
let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ home });
});
afterAll(async () => {
  await app.stop();
  removeHome(home);
});

test("it answers, and says where", async () => {
  const answer = await fetch(`${app.url}/api/v1/health/ready`);
  expect(answer.status).toBe(200);
  expect(app.demo.url).toBe(app.url);
  expect(app.output()).toContain(`Maquette runs at ${app.url}`);
  expect(app.output()).toContain(app.demo.customer.password);
});

test("what it keeps secret is readable by its owner alone", () => {
  for (const name of ["demo.json", "secrets.json", "lock.json"]) {
    expect(statSync(path.join(home, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(home).mode & 0o777).toBe(0o700);
});

test("a second start on the same state is refused with the address of the first", async () => {
  const second = startApp({ home });
  await expect(second).rejects.toThrow(`Maquette already runs on ${home}: ${app.url}`);
});

test("a demo key opens the API, a wrong one does not", async () => {
  const ask = (key: string) =>
    fetch(`${app.url}/api/v1/conversations`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask(app.demo.customer.api_key as string)).status).toBe(200);
  expect((await ask("mq_wrong")).status).toBe(401);
});

test("stopping ends every process with exit code 0, and the next start opens the same state", async () => {
  const children = childrenOf(app.pid);
  expect(children.length).toBeGreaterThanOrEqual(2);
  expect(await app.stop()).toBe(0);
  expect(children.filter((pid) => processStart(pid) !== null)).toEqual([]);
  expect(readdirSync(home)).not.toContain("lock.json");
  app = await startApp({ home });
  expect((await fetch(`${app.url}/api/v1/health/ready`)).status).toBe(200);
});

test("when the start script alone is killed, its children end and the next start recovers", async () => {
  const children = childrenOf(app.pid);
  process.kill(app.pid, "SIGKILL");
  await expect
    .poll(() => children.filter((pid) => processStart(pid) !== null), { timeout: 15_000 })
    .toEqual([]);
  app = await startApp({ home });
  expect((await fetch(`${app.url}/api/v1/health/ready`)).status).toBe(200);
});
