import { type Token, tokenise } from "../../../kinds/read/tokens.ts";
import { Vocabulary } from "../../../kinds/read/vocabulary.ts";
import type { Intent, IntentWords, View } from "./intent-words.ts";
import { INTENTS_EN } from "./intents-en.ts";

export interface Wishes {
  intents: ReadonlySet<Intent>;
  views: View[];
  /** Number of the version to return to. */
  version: number | null;
  /** How many pictures. */
  count: number | null;
  name: string | null;
  /** Title of the collection to save to. */
  collection: string | null;
  /** A question about the piece, not a wish put as one. */
  isQuestion: boolean;
  /** It begins like the description of another piece. */
  describesAnew: boolean;
}

const WORDS: Record<string, IntentWords> = { en: INTENTS_EN };

/** What a message wants of the designer. */
export function readWishes(message: string, locale: string): Wishes {
  const words = WORDS[locale.split("-")[0] ?? "en"] ?? INTENTS_EN;
  const tokens = tokenise(message);
  const intents = new Vocabulary(words.intents);
  const views = new Vocabulary(words.views);
  const found = new Set<Intent>();
  const seen = new Set<View>();
  for (const at of tokens.keys()) {
    const intent = intents.exact(tokens, at);
    if (intent) found.add(intent.value);
    const view = views.exact(tokens, at);
    if (view) seen.add(view.value);
  }
  const versionAt = tokens.findIndex(({ text }) => words.versions.includes(text));
  const version = versionAt < 0 ? undefined : tokens[versionAt + 1];
  return {
    intents: found,
    views: [...seen],
    version: version?.type === "number" ? version.value : null,
    count: countIn(tokens, words),
    name: words.naming.exec(message)?.[1]?.trim() ?? null,
    collection: collectionIn(message, words),
    isQuestion: message.trim().endsWith("?") && words.asking.test(message),
    describesAnew: words.beginning.test(message),
  };
}

/** The first whole number, in digits or in words; "three" of "three-stone" counts no pictures. */
function countIn(tokens: readonly Token[], { counts }: IntentWords): number | null {
  const inWords = new Vocabulary(counts);
  for (const [at, { type, value }] of tokens.entries()) {
    if (type === "number" && Number.isInteger(value)) return value;
    const said = inWords.exact(tokens, at);
    if (said && !tokens[at + said.length]?.text.startsWith("stone")) return said.value;
  }
  return null;
}

function collectionIn(message: string, { saving }: IntentWords): string | null {
  for (const pattern of saving) {
    const name = pattern.exec(message)?.[1]?.trim();
    if (name) return name;
  }
  return null;
}
