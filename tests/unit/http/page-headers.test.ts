import { expect, test } from "vitest";
import { contentSecurityPolicy, pageHeaders } from "#lib/http/page-headers.ts";

const policy = contentSecurityPolicy({ nonce: "abc", https: false });

test("scripts run by nonce alone", () => {
  const scripts = policy.split("; ").find((one) => one.startsWith("script-src"));
  expect(scripts).toContain("'nonce-abc'");
  expect(scripts).not.toContain("unsafe-inline");
  expect(scripts).not.toContain("'unsafe-eval'");
});

test("the kernel's WebAssembly and workers may run", () => {
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).toContain("worker-src 'self' blob:");
  expect(policy).toContain("img-src 'self' data: blob:");
});

test("no other site may show a page in a frame", () => {
  expect(policy).toContain("frame-ancestors 'none'");
});

test("https is held to, but only where the page came by it", () => {
  expect(pageHeaders(true)["strict-transport-security"]).toMatch(/max-age=31536000/);
  expect(pageHeaders(false)["strict-transport-security"]).toBeUndefined();
});
