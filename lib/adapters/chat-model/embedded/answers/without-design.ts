import { exampleKinds } from "../../../../kinds/example-kinds.ts";
import type { Kind, ReadNote } from "../../../../kinds/kind.ts";
import { fieldsOf } from "../../../../kinds/read/fields.ts";
import { labelIn } from "../../../../kinds/tongues/labels/index.ts";
import { sentenceIn } from "../../../../kinds/tongues/sentences/index.ts";
import { wishesFor } from "./describe.ts";
import { list, withinQuotes } from "./format.ts";
import { answerTexts, isEnglish } from "./texts/index.ts";

/** An example of each category in turn, so that they show how various the kinds are; at most three. */
function examples(kinds: readonly Kind[], locale: string): string {
  const said = isEnglish(locale)
    ? exampleKinds(kinds, 3).map(({ example }) => example)
    : answerTexts(locale).examples;
  return said.map((example) => `“${withinQuotes(example)}”`).join(", ");
}

/** "Rings, pendants and dresses"; in other languages their names as they are. */
function namesOf(kinds: readonly Kind[], locale: string): string {
  const names = kinds.map(({ title }) =>
    isEnglish(locale) ? plural(title.toLowerCase()) : labelIn(locale, title),
  );
  return list(names, locale);
}

function plural(noun: string): string {
  const [first, rest] = noun.split(" from ");
  if (rest) return `${plural(first!)} from ${rest}`;
  if (/(?:s|earrings|trousers)$/.test(noun) && !noun.endsWith("ss")) return noun;
  return /(?:ss|sh|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** To a message that is no design. */
export const askWhatToMake = (kinds: readonly Kind[], locale: string) =>
  answerTexts(locale).whatToMake(namesOf(kinds, locale), examples(kinds, locale));

/** To a picture without a word of what it is for. */
export function askWhatToMakeOfPicture(kinds: readonly Kind[], locale: string): string {
  const titles = kinds.filter(takesPicture).map(({ title }) => titleIn(title, locale));
  const texts = answerTexts(locale);
  return titles.length === 0 ? texts.unreadPicture : texts.ofPicture(titles.join(", "));
}

const titleIn = (title: string, locale: string) =>
  isEnglish(locale) ? title.toLowerCase() : labelIn(locale, title);

const takesPicture = ({ schema }: Kind) =>
  fieldsOf(schema).some(({ input }) => input === "picture");

/** To "a ring" and no more. */
export function askForDetails({ category, example }: Kind, locale: string): string {
  const texts = answerTexts(locale);
  const shown = isEnglish(locale) ? example : texts.example[category];
  return texts.forDetails(texts.details[category], withinQuotes(shown));
}

export function greet(kinds: readonly Kind[], hasDesign: boolean, locale: string): string {
  const texts = answerTexts(locale);
  return hasDesign ? texts.greetAgain : texts.greet(examples(kinds, locale));
}

export const explain = (kinds: readonly Kind[], locale: string) =>
  answerTexts(locale).explain(namesOf(kinds, locale), examples(kinds, locale));

/** When a message could not be read as a change of the piece on the table. */
export function askWhatToChange(
  kind: Kind | null,
  spec: Record<string, unknown>,
  locale: string,
): string {
  const texts = answerTexts(locale);
  const category = texts.wishes[kind?.category ?? "jewellery"];
  const own = kind ? wishesFor(kind, spec, locale, category).slice(0, 2) : category;
  return texts.whatToChange(own.map((wish) => `“${wish}”`).join(", "));
}

/** Refusals and questions, as one question back. */
export function askBack(
  refused: readonly ReadNote[],
  questions: readonly ReadNote[],
  locale: string,
): string {
  const texts = [...refused, ...questions].map((note) => sentenceIn(locale, note.message));
  if (texts.at(-1)?.endsWith("?")) return texts.join(" ");
  return `${texts.join(" ")} ${answerTexts(locale).takeIt(refused.length)}`;
}
