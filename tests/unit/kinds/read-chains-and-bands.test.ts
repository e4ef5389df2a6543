import { describe, expect, it } from "vitest";
import { namedKind } from "#lib/kinds/named-kind.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";

const read = (kind: string, message: string) =>
  getKind(kind).read(message, { current: null, locale: "en" }).patch;

const SAID: [kind: string, message: string, patch: Record<string, unknown>][] = [
  [
    "necklace",
    "a 45 cm paperclip necklace in 18K yellow gold, 1.3 mm wire",
    { linkStyle: "paperclip", lengthMm: 450, wireMm: 1.3, alloy: "gold-18k-yellow" },
  ],
  [
    "bracelet",
    "a figaro bracelet in sterling silver, 20 cm",
    { linkStyle: "figaro", lengthMm: 200 },
  ],
  ["bracelet", "a cuban bracelet in 14K yellow gold", { linkStyle: "curb" }],
  [
    "bangle",
    "an oval rose gold bangle with flush set sapphires",
    { shape: "oval", stones: "flush", stone: "sapphire" },
  ],
  ["bangle", "a knife edge bangle in platinum", { section: "knife", alloy: "platinum-950" }],
  ["cuff", "a silver cuff, 12 mm wide, with ball ends", { widthMm: 12, ends: "ball" }],
  [
    "eternity",
    "a platinum half eternity ring, US 6, channel set 2.2 mm rubies",
    { coverage: "half", setting: "channel", stone: "ruby", stoneMm: 2.2 },
  ],
  [
    "cluster",
    "a cluster ring in white gold with a 5 mm ruby and 8 petals",
    { stone: "ruby", stoneMm: 5, petals: 8 },
  ],
];

describe("chains, bangles and set bands", () => {
  it.each(SAID)("%s understands “%s”", (kind, message, patch) => {
    expect(read(kind, message)).toMatchObject(patch);
  });

  it.each(SAID)("%s is what “%s” is about", (kind, message) => {
    expect(namedKind(message, "en", listKinds())?.kind?.id).toBe(kind);
  });

  it("give a new link style its own proportions", () => {
    const kind = getKind("bracelet");
    const current = kind.schema.parse({ linkStyle: "curb" });
    const { patch } = kind.read("paperclip links", { current, locale: "en" });
    const spec: Record<string, unknown> = { ...current, ...patch };
    expect(Number(spec.linkLengthMm) / Number(spec.linkWidthMm)).toBeGreaterThan(2);
  });
});
