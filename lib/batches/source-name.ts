const LONGEST_NAME = 80;
const FALLBACK = "photo";
/** Path separators, what file systems and shells refuse, control and direction-changing characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\\/]/gu;

/**
 * A photo's own name as results carry it: no folder, no extension, at most 80 characters that every file system
 * takes. "photo" where nothing is left of it.
 */
export function sourceName(filename: string): string {
  const last = filename.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const bare = last.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(UNSAFE, "");
  const name = firstCharacters(bare, LONGEST_NAME).replace(/^[.\s]+|[.\s]+$/g, "");
  return name === "" ? FALLBACK : name;
}

/** The names in order, a number after each that came before: `cat`, `cat-2`. Upper and lower case are one. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name}-${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** Cut between characters as people count them, so that no emoji is halved. */
function firstCharacters(text: string, most: number): string {
  const characters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  return characters
    .slice(0, most)
    .map(({ segment }) => segment)
    .join("");
}
