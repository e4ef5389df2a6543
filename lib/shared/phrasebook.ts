/** Languages a phrasebook has beside English, in the order of its columns. */
const COLUMNS: readonly (string | undefined)[] = ["de", "fr", "vi"];

interface Sentence {
  pattern: RegExp;
  /** In the order of the columns; `{1}` is what the pattern's first group holds. */
  others: readonly string[];
}

/** English sentences with what they hold, and the same in other languages. */
export interface Phrasebook {
  /** The sentence in a language; as it is where it is not in the book, or the language is English. */
  in(locale: string, english: string): string;
}

/**
 * A phrasebook from lines of `English with {1} = German | French | Vietnamese`. Sentences that are made deep down, beside
 * their numbers, are known again here by pattern. `said` writes what the places hold in the language.
 */
export function phrasebook(
  texts: readonly string[],
  said: (words: string, locale: string) => string,
): Phrasebook {
  let sentences: readonly Sentence[] | null = null;
  return {
    in(locale, english) {
      const column = COLUMNS.indexOf(locale.split("-")[0]);
      if (column < 0) return english;
      sentences ??= texts.flatMap(sentencesOf);
      for (const { pattern, others } of sentences) {
        const found = pattern.exec(english);
        const other = others[column];
        if (found && other) {
          return other.replace(/\{(\d)\}/g, (_, place) => said(found[Number(place)] ?? "", locale));
        }
      }
      return english;
    },
  };
}

function sentencesOf(text: string): Sentence[] {
  return text
    .split("\n")
    .filter((line) => line.includes(" = "))
    .map((line) => {
      const at = line.indexOf(" = ");
      const parts = line
        .slice(0, at)
        .split(/\{\d\}/)
        .map(escaped);
      return {
        pattern: new RegExp(`^${parts.join("(.+?)")}$`, "s"),
        others: line.slice(at + 3).split(" | "),
      };
    });
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
