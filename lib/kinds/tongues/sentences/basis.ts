import { localNumbers } from "../../../shared/local-numbers.ts";
import { labelIn } from "../labels/index.ts";

type Tongue = "de" | "fr" | "vi";

/** Words between the numbers of a price line, as the rate card's lines write them. */
const WORDS: readonly (readonly [RegExp, Record<Tongue, string>])[] = [
  [/\bper piece\b/g, { de: "je Stück", fr: "par pièce", vi: "mỗi món" }],
  [/\blinks\b/g, { de: "Glieder", fr: "maillons", vi: "mắt xích" }],
  [/\bclasp\b/g, { de: "Verschluss", fr: "fermoir", vi: "khóa" }],
  [/\ba pair\b/g, { de: "ein Paar", fr: "une paire", vi: "một đôi" }],
  [/ % of /g, { de: " % von ", fr: " % de ", vi: " % của " }],
  [/^to /g, { de: "auf ", fr: "à ", vi: "tròn đến " }],
  [
    / m of ([\d.]+) m wide cloth/g,
    { de: " m Stoff, $1 m breit", fr: " m de tissu en $1 m de large", vi: " m vải khổ $1 m" },
  ],
  [/\bmin\b/g, { de: "Min.", fr: "min", vi: "phút" }],
];

/** How a line of a price came about, in the language: its words, its materials and its numbers. */
export function basisIn(locale: string, basis: string): string {
  const tongue = locale.split("-")[0] as Tongue | "en";
  if (tongue === "en" || !(tongue in (WORDS[0]?.[1] ?? {}))) return localNumbers(basis, locale);
  const inWords = WORDS.reduce((text, [words, into]) => text.replace(words, into[tongue]), basis);
  return localNumbers(withMaterials(inWords, locale), locale);
}

/** "1.20 ct emerald ×", "(18K rose, …": what stands behind a carat or in front of a density is a material. */
function withMaterials(text: string, locale: string): string {
  return text
    .replace(/( ct )([a-z][a-z -]*?)( ×)/g, (_, ct, stone, times) => {
      const label = labelIn(locale, stone.charAt(0).toUpperCase() + stone.slice(1));
      return `${ct}${label}${times}`;
    })
    .replace(/\(([^,()]+), /g, (_, material) => `(${labelIn(locale, material)}, `);
}
