import { FRENCH_GARMENTS } from "./french-garments.ts";
import { FRENCH_JEWELLERY } from "./french-jewellery.ts";
import { FRENCH_SHARED } from "./french-shared.ts";
import { NUMBER_REWRITES } from "./numbers.ts";
import type { Tongue } from "./tongue.ts";

const ENDINGS = ["es", "e", "s", "x"];
const SHORTEST_STEM = 3;

export const french: Tongue = {
  id: "fr",
  dictionary: [FRENCH_SHARED, FRENCH_JEWELLERY, FRENCH_GARMENTS],
  rewrites: [
    [/['’]/g, "’ "],
    ...NUMBER_REWRITES,
    [/\b(d)’ /giu, "$1 "],
    [/\b(?:[lnjmst]|qu|jusqu|c)’ /giu, " "],
    [/(\d)\s*-?\s*carats?\s+(?=d\b|de\b)/gi, "$1 ct "],
    [/\b(9|10|14|18|22|24)\s*(?:carats?|ct|cts|k)\b/gi, "$1k"],
    [/\bcarats?\b/gi, "ct"],
    [/\bde\s+(\d[\d.,]*\s*(?:mm|cm|°|%)?)\s+(?:à|a)\s+(?=\d)/gi, "from $1 to "],
    // The waist where a length follows, else the size.
    [/\btaille\s+(?=(?:de\s+)?\d+(?:\.\d+)?\s*cm)/gi, "tour de taille "],
    [/\btaille\s+de\s+doigts?\b/gi, "taille"],
    [
      /(\d\s*(?:mm|cm)?)\s+de\s+(large|long|haut|épaisseur|largeur|longueur|hauteur|diamètre|diametre|profondeur)/giu,
      "$1 $2",
    ],
    [/\b(un|une)\s+(demi|demie)[\s-]+taille\s+(?:de\s+)?plus\b/gi, "demi-taille au-dessus"],
    // "Plus large d'un peu" and "plus large un peu".
    [/\bplus\s+(\p{L}+)\s+(?:d’\s*)?un\s+peu\b/giu, "un peu plus $1"],
    [/\bde\s+moitié\b/giu, "de 50 %"],
    [/\s([;:!?])/g, "$1"],
  ],
  announced: [
    /\bcollection\s+(?<text>[^".!?\n“«]{1,80})/giu,
    /\b(?:appelle|nomme|renomme)[\s-]+(?:le|la|l|ça|cette\s+\p{L}+)\s+(?<text>[^".!?\n“«]{1,80})/giu,
    /(?:\b(?:nom|prénom|prenom|texte|inscription|gravure|initiales|gravée?s?|marquée?s?|lettres?)(?:\s+(?:avec|de|du|le|nom|prénom|texte))*\s*:?)\s+(?<text>(?!(?:Plus|En|Sans|Et|Avec|Or|Argent|Au|Sur)\b)\p{Lu}[\p{L}\d.’'-]*(?:\s*(?:&|\+|et)\s*\p{Lu}[\p{L}.-]*)?(?=[\s,;:.!?]|$))/gu,
  ],
  fold: (word) => word.toLowerCase().replace(/œ/g, "oe").normalize("NFKD").replace(/\p{M}/gu, ""),
  stems: (word) =>
    ENDINGS.flatMap((ending) =>
      word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM
        ? [word.slice(0, -ending.length)]
        : [],
    ),
  letters: /[œçêèà]/,
};
