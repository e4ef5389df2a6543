import { createServer } from "node:net";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { claimPort, localUrl } from "../../../scripts/start/address.mjs";
import { checkNode } from "../../../scripts/start/install.mjs";
import { readOptions } from "../../../scripts/start/options.mjs";
import { run } from "../../../scripts/start/run.mjs";
import { findBrowser } from "../../../scripts/test/browser.mjs";

afterEach(() => vi.unstubAllEnvs());

test("options have the documented defaults", () => {
  for (const name of ["HOST", "PORT", "MAQUETTE_HOME", "DATABASE_URL"]) vi.stubEnv(name, "");
  expect(readOptions([])).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    home: path.resolve(".maquette"),
    databaseUrl: undefined,
  });
});

test.each(["70000", "-1", "http"])("PORT=%s is refused by name", (port) => {
  vi.stubEnv("PORT", port);
  expect(() => readOptions([])).toThrow(/^PORT is "/);
});

test("an unknown option points to the help", () => {
  expect(() => readOptions(["--fast"])).toThrow(/Unknown option --fast.*--help/);
});

test("a Node that is too old is refused with what is needed", () => {
  expect(() => checkNode("18.20.0")).toThrow(/Node 18.20.0 is too old.*20.9/);
  expect(() => checkNode("20.9.0")).not.toThrow();
});

test("a taken port is refused with a way out", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
  await expect(claimPort("127.0.0.1", port)).rejects.toThrow(
    new RegExp(`Port ${port} .* taken .*PORT=\\d+ npm run up`),
  );
  server.close();
});

test("port 0 becomes a free one", async () => {
  expect(await claimPort("127.0.0.1", 0)).toBeGreaterThan(0);
});

test("a host that is no address of this machine is refused by name", async () => {
  await expect(claimPort("192.0.2.1", 0)).rejects.toThrow(/HOST is "192.0.2.1"/);
});

test("the printed address can be opened on this machine", () => {
  expect(localUrl("0.0.0.0", 80)).toBe("http://127.0.0.1:80");
  expect(localUrl("::1", 3000)).toBe("http://[::1]:3000");
});

test("a browser that is not there is refused by its variable", async () => {
  vi.stubEnv("CHROME_PATH", "no/such/chromium");
  await expect(findBrowser()).rejects.toThrow(/CHROME_PATH is "no\/such\/chromium"/);
});

test("a failed program's last lines are told", async () => {
  const failing = run(process.execPath, ["-e", "console.log('disk full'); process.exit(3)"]);
  await expect(failing).rejects.toThrow(/failed \(3\):\ndisk full/);
});
