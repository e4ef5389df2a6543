const LONGEST_NAME = 80;
/** Room for a number and an ending below the 255 bytes of a file system, and for the longest title. */
const MOST_BYTES = 120;
/** Names of devices, which Windows refuses whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const FALLBACK = "photo";
/** Path separators, what file systems and shells refuse, control and direction-changing characters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*\\/]/gu;

/**
 * A photo's own name as results carry it: no folder, no extension, at most 80 characters and 120 bytes that every
 * file system takes. "photo" where nothing is left of it.
 */
export function sourceName(filename: string): string {
  const last = filename.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  const bare = last.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(UNSAFE, "");
  const name = firstCharacters(bare, LONGEST_NAME).replace(/^[.\s]+|[.\s]+$/g, "");
  return name === "" || DEVICE.test(name) ? FALLBACK : name;
}

/** The names in order, a number after each that came before: `cat`, `cat-2`. Upper and lower case are one. */
export function uniqueNames(names: readonly string[]): string[] {
  // The archive's own list of what it holds.
  const taken = new Set<string>(["manifest"]);
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
  let name = "";
  for (const { segment } of characters.slice(0, most)) {
    if (new TextEncoder().encode(name + segment).length > MOST_BYTES) break;
    name += segment;
  }
  return name;
}
