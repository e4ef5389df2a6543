import { describe, expect, it } from "vitest";
import { languageOfMessage, toGrammarWords, withoutMarks } from "#lib/kinds/tongues/index.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";

const read = (message: string, locale: string) => withoutMarks(toGrammarWords(message, locale));

describe("the language of a message", () => {
  it.each([
    ["make the band a bit wider", "en"],
    ["a plain silver ring, and who can make it in Hà Nội", "en"],
    ["a flared skirt in navy, 65 cm long", "en"],
    ["a red satin dress with long sleeves", "en"],
    ["can it be printed in resin?", "en"],
    ["a 19 cm curb bracelet, 7 mm links", "en"],
    ["mach das Band etwas breiter", "de"],
    ["l'anneau un peu plus large", "fr"],
    ["rộng hơn một chút", "vi"],
    ["lam cho no rong hon mot chut", "vi"],
  ])("is told by its words: %s", (message, language) => {
    expect(languageOfMessage(message)).toBe(language);
  });

  it("is not told by numbers and names of sizes", () => {
    expect(languageOfMessage("EU 52")).toBeNull();
    expect(languageOfMessage("18k")).toBeNull();
  });
});

describe("a message in the words of the grammar", () => {
  it("parts German compounds and forgives a slip in a long word", () => {
    expect(read("Saphirring", "de")).toBe("sapphire ring");
    expect(read("Bandbreite", "de")).toBe("band width");
    expect(read("Smaragt", "de")).toBe("emerald");
  });

  it("is understood without accents and with ae, oe, ue", () => {
    expect(read("groesser", "de")).toBe("bigger");
    expect(read("vang hong", "vi")).toBe("rose gold");
    expect(read("emeraude", "fr")).toBe("emerald");
  });

  it("keeps what stands in quotes, names and words it does not know", () => {
    expect(read("Gravur „Rose mit Ring“", "de")).toBe("engraving „Rose mit Ring“");
    expect(read("mit dem Namen Rose", "de")).toBe('with the name "Rose"');
    expect(read("mit Perlmutt", "de")).toBe("with Perlmutt");
  });

  it("reads decimal commas, thousands and millions of đồng", () => {
    expect(read("unter 1.500 €", "de")).toBe("under 1500 €");
    expect(read("épaisseur 1,8 mm", "fr")).toBe("thickness 1.8 mm");
    expect(read("dưới 12,5 triệu", "vi")).toBe("under 12500000 vnd");
  });

  it("of English stays as it is", () => {
    expect(toGrammarWords("a bit wider", "en-GB")).toBe("a bit wider");
  });
});

describe("a note of the grammar", () => {
  it("is said in the language, with its numbers and labels", () => {
    const note = "Band width is 1.2 to 12 mm; 40 mm is outside. The nearest that works is 12 mm.";
    expect(sentenceIn("de", note)).toBe(
      "Bandbreite: erlaubt ist 1.2–12 mm, 40 mm liegt außerhalb. Am nächsten geht 12 mm.",
    );
    expect(sentenceIn("en", note)).toBe(note);
    expect(sentenceIn("fr", "Nobody knows this one.")).toBe("Nobody knows this one.");
  });
});
