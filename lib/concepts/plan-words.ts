import type { Spec } from "#lib/designs/types.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { languageOfMessage, toGrammarWords } from "#lib/kinds/tongues/index.ts";
import {
  type Avoided,
  type NegativeReading,
  readNegative,
  withoutAvoided,
} from "#lib/kinds/variants/avoid.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import { type Look, lookWords, readLook } from "#lib/kinds/variants/read-look.ts";
import { noteChanges } from "#lib/kinds/variants/repaint-spec.ts";
import type { ConceptLook, ConceptWish } from "./types.ts";

/** Words as grammars take them, whichever of the studio's languages they are written in. */
export function inGrammar(written: string): { words: string; locale: string } {
  const locale = languageOfMessage(written) ?? "en";
  return { words: toGrammarWords(written, locale), locale };
}

export interface SaidSpec {
  spec: Spec;
  notes: VariantNote[];
  avoided: Avoided;
}

/** The words that count: the edited ones where there are such, else what was written. */
export const countingWords = ({ enhance, enhancedPrompt, prompt }: ConceptWish): string =>
  (enhance ? enhancedPrompt : undefined) ?? prompt ?? "";

/** A spec as words and negative words change it, with what was understood of both. */
export function saySpec(kind: Kind, spec: Spec, wish: ConceptWish): SaidSpec {
  const { words, locale } = inGrammar(countingWords(wish));
  const reading = words ? kind.read(words, { current: spec, locale }) : null;
  const patch = (reading?.patch ?? {}) as Spec;
  const doubts = [...(reading?.refused ?? []), ...(reading?.questions ?? [])];
  const negative = sayNegative(kind, wish);
  const said = { ...spec, ...patch };
  const without = withoutAvoided(kind, said, negative.avoided);
  return {
    spec: without.spec,
    avoided: negative.avoided,
    notes: [
      ...noteChanges(kind, spec, without.spec),
      ...doubts.map(({ message }): VariantNote => ({ verdict: "refused", message })),
      ...negative.notes,
      ...without.notes,
    ],
  };
}

/** What the negative words rule out. */
export function sayNegative(kind: Kind, { negativePrompt }: ConceptWish): NegativeReading {
  if (!negativePrompt) return { avoided: [], notes: [] };
  const { words, locale } = inGrammar(negativePrompt);
  return readNegative(kind, words, locale);
}

/** How the picture is taken: settings count most, then words, then how the picture it starts from was. */
export function lookOfWish(wish: ConceptWish, before: ConceptLook): ConceptLook {
  const { view, lights, background } = wish;
  const said = readLook(countingWords(wish));
  const unwanted = readLook(wish.negativePrompt ?? "");
  const look: Look = {
    ...before,
    ...said,
    ...(view && { view }),
    ...(lights && { lights }),
    ...(background && { background }),
  };
  return { ...without(look, unwanted), cameraSeed: before.cameraSeed };
}

/** A look without what shall not be: the usual in its place, or its opposite where that was the usual. */
function without(look: Look, unwanted: Partial<Look>): Look {
  const lights =
    look.lights === unwanted.lights
      ? look.lights === "studio"
        ? "daylight"
        : "studio"
      : look.lights;
  const isUnwanted = look.background === unwanted.background;
  const background = isUnwanted
    ? look.background === "light"
      ? "dark"
      : "light"
    : look.background;
  return { ...look, lights, background };
}

/** The words completed by what the picture will show: the piece as one sentence, then light, ground and side. */
export const completedWords = (kind: Kind, spec: Spec, look: Look): string =>
  `${kind.words(spec).replace(/\.?$/, ".")} ${lookWords(look)}`;
