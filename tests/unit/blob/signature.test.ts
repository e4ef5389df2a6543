import { describe, expect, test } from "vitest";
import { checkLink, type LinkFacts, linkSecret, signLink } from "#lib/adapters/blob/signature.ts";

const secret = linkSecret("a secret of this test");
const now = new Date("2026-11-21T08:00:00Z");

function read(link: string): { facts: LinkFacts; signature: string } {
  const url = new URL(link, "http://site");
  const disposition =
    url.searchParams.get("disposition") === "attachment" ? "attachment" : "inline";
  return {
    facts: {
      key: url.pathname.replace("/api/blob/", ""),
      expires: Number(url.searchParams.get("expires")),
      filename: url.searchParams.get("filename") ?? "",
      disposition,
    },
    signature: url.searchParams.get("signature") ?? "",
  };
}

const link = read(
  signLink(
    secret,
    "designs/1/ring.stl",
    { expiresInSeconds: 600, filename: "Ring é.stl", disposition: "attachment" },
    now,
  ),
);

describe("a signed link", () => {
  test("is valid for at least the time asked for", () => {
    const late = new Date(now.getTime() + 599_000);
    expect(checkLink(secret, link.facts, link.signature, late)).toBe("valid");
  });

  test("expires", () => {
    const later = new Date(now.getTime() + 3600_000);
    expect(checkLink(secret, link.facts, link.signature, later)).toBe("expired");
  });

  test.each([
    ["key", { key: "designs/2/ring.stl" }],
    ["time", { expires: link.facts.expires + 3600 }],
    ["name", { filename: "virus.html" }],
    ["disposition", { disposition: "inline" as const }],
  ])("is forged when its %s was changed", (_, change) => {
    expect(checkLink(secret, { ...link.facts, ...change }, link.signature, now)).toBe("forged");
  });

  test.each(["", "x", `${link.signature}x`])("is forged with the signature %j", (signature) => {
    expect(checkLink(secret, link.facts, signature, now)).toBe("forged");
  });

  test("is forged when another site signed it", () => {
    expect(checkLink(linkSecret("another"), link.facts, link.signature, now)).toBe("forged");
  });

  test("is the same within one window, so that a browser can keep the picture", () => {
    const options = { expiresInSeconds: 3600 };
    const soon = new Date(now.getTime() + 1000);
    const base = new Date("2026-11-21T08:01:00Z");
    expect(signLink(secret, "a.png", options, base)).toBe(
      signLink(secret, "a.png", options, new Date(base.getTime() + 60_000)),
    );
    expect(signLink(secret, "a.png", options, soon)).toMatch(/^\/api\/blob\/a\.png\?expires=\d+&/);
  });
});
