import { describe, expect, it } from "vitest";
import type { Kind } from "#lib/kinds/kind.ts";
import { namedAnotherKind, namedKind } from "#lib/kinds/named-kind.ts";
import { ring } from "#lib/kinds/ring/index.ts";

function stub(id: string, nouns: string[], hints: string[] = [], own: string[] = []): Kind {
  const claims = (message: string, _locale: string, at: number) =>
    own.some((word) => message.startsWith(word, at));
  return { ...ring, id, title: id, nouns, hints, claims } as unknown as Kind;
}

/** Nouns as kinds have them, apart from what the registry holds today. */
const KINDS: readonly Kind[] = [
  stub("ring", ["ring", "wedding band"], ["band", "solitaire"]),
  stub("signet", ["signet", "signet ring"]),
  stub("pendant", ["pendant", "pendant necklace"], ["charm"], ["chain"]),
  stub("earrings", ["earring", "ear ring"], ["stud", "hoop"]),
  stub("necklace", ["necklace"], ["chain"]),
  stub("medal", ["medal", "coin"]),
  stub("keychain", ["keychain", "keyring", "key ring"]),
  stub("dress", ["dress", "gown"], [], ["skirt", "sleeve"]),
  stub("skirt", ["skirt"]),
  stub("top", ["blouse", "shirt"], ["top"]),
  stub("coat", ["coat", "jacket"]),
  stub("figurine", ["figurine", "statuette"], ["figure"]),
];
const idOf = (message: string) => namedKind(message, "en", KINDS)?.kind?.id ?? null;

describe("the kind a message names", () => {
  it.each([
    ["a gold ring", "ring"],
    ["gold earings with rubys", "earrings"],
    ["a pair of hoops in silver", "earrings"],
    ["a signet ring for my father", "signet"],
    ["a neckalce of 45 cm", "necklace"],
    ["an 18 inch chain", "necklace"],
    ["a pendant on a chain", "pendant"],
    ["a pendant necklace in rose gold", "pendant"],
    ["a coin pendant", "pendant"],
    ["a keyring with our logo", "keychain"],
    ["a key ring with our logo", "keychain"],
    ["earrings to match my ring", "earrings"],
    ["to go with my wedding ring, a pendant", "pendant"],
    ["not a ring but a pendant", "pendant"],
    ["a skirt instead of a dress", "skirt"],
    ["an evening gwon in navy", "dress"],
    ["a coat dress", "dress"],
    ["a silk top", "top"],
    ["a figurine of a bride in a white dress", "figurine"],
    ["a medal of polished metal", "medal"],
    ['a pendant saying "Ring"', "pendant"],
    ["white gold solitaire, US 6", "ring"],
  ])("is told by its noun: %s", (message, id) => {
    expect(idOf(message)).toBe(id);
  });

  it.each(["something in polished metal", "how much does it cost", "make it 2 mm wider", ""])(
    "is none where no noun is said: %s",
    (message) => {
      expect(namedKind(message, "en", KINDS)).toBeNull();
    },
  );

  it("is none of ours for a piece no kind makes", () => {
    expect(namedKind("a brooch with pearls", "en", KINDS)).toEqual({
      kind: null,
      noun: "brooch",
      at: 2,
      isHint: false,
    });
  });
});

describe("a message while a piece is on the table", () => {
  const [aRing, , aPendant, , , , , aDress] = KINDS;
  const other = (message: string, current: Kind | undefined) =>
    namedAnotherKind(message, "en", KINDS, current!)?.id ?? null;

  it("starts another kind when it names one", () => {
    expect(other("now earrings to match", aRing)).toBe("earrings");
    expect(other("and a necklace of 42 cm", aRing)).toBe("necklace");
  });

  it("stays with the piece when it names its kind, its parts or nothing", () => {
    expect(other("make the ring wider", aRing)).toBeNull();
    expect(other("a longer chain", aPendant)).toBeNull();
    expect(other("make the skirt shorter", aDress)).toBeNull();
    expect(other("show it from the top", aDress)).toBeNull();
    expect(other("a bit thinner", aRing)).toBeNull();
  });
});
