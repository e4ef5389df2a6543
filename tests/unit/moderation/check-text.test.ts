import { describe, expect, test } from "vitest";
import { checkText } from "#lib/moderation/check-text.ts";

describe("fashion and jewellery pass", () => {
  test.each([
    "a red bikini with gold rings at the hips",
    "a lace lingerie set in ivory silk",
    "a swimsuit for a pregnant woman",
    "a sheer evening dress with a low back, for a woman of 40",
    "a nude coloured slip dress for my wife",
    "nude heels and a nude lipstick for the model",
    "the naked gold of an unpolished ring",
    "a naked flame pendant",
    "a skull ring with ruby eyes, blood red",
    "a sword pendant, 3 cm",
    "a revolver charm as a keyring",
    "a Hindu swastika pendant for Diwali",
    "a figurine of my two children in their school clothes",
    "a dress for a girl of 8 years with puffed sleeves",
    "Saint Denis, beheaded, with his head in his hands",
    "a medal that says 1489 m above the sea",
    "a prop gun, non-functional, for cosplay",
    "remove the background",
    "a bra with underwire, 75B",
    "Sexton Street house number plaque",
    "a ring for analysis of assets",
  ])("%s", (text) => {
    expect(checkText(text)).toBeNull();
  });
});

describe("what is not made here is named", () => {
  test.each([
    ["a figurine of a naked woman", "nudity"],
    ["topless model on a beach", "nudity"],
    ["n u d e statue of a woman", "nudity"],
    ["a nud3 woman", "nudity"],
    ["ｎａｋｅｄ man", "nudity"],
    ["na\u200bked man", "nudity"],
    ["a hentai figure", "nudity"],
    ["một cô gái khỏa thân", "nudity"],
    ["a sexy schoolgirl", "minors"],
    ["lingerie on a 12 year old", "minors"],
    ["undress the person in the photo", "real_person"],
    ["take off her clothes", "real_person"],
    ["a pendant with a nazi eagle", "hate"],
    ["a swastika ring", "hate"],
    ["a figurine being tortured", "violence"],
    ["a dismembered body, very gory", "violence"],
    ["a lower receiver for a rifle", "weapons"],
    ["a working gun", "weapons"],
  ])("%s", (text, category) => {
    expect(checkText(text)?.category).toBe(category);
  });
});
