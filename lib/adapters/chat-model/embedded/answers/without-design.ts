import type { Kind, ReadNote } from "../../../../kinds/kind.ts";
import { fieldsOf } from "../../../../kinds/read/fields.ts";
import { list } from "./format.ts";

const EXAMPLES = [
  "a plain platinum band, 4 mm wide, size EU 54",
  "a white gold solitaire, US 6, with a 1 ct round diamond",
] as const;

/** An example of every kind, and two more. */
export function examples(kinds: readonly Kind[]): string {
  return [...kinds.map((kind) => kind.example), ...EXAMPLES]
    .slice(0, 3)
    .map((example) => `“${example}”`)
    .join(", ");
}

/** To a message that is no design. */
export function askWhatToMake(kinds: readonly Kind[]): string {
  return `I design rings. What should yours be like: metal, stone, size, style? For example ${examples(kinds)}.`;
}

/** To a picture without a word of what it is for. */
export function askWhatToMakeOfPicture(kinds: readonly Kind[]): string {
  const titles = kinds.filter(takesPicture).map(({ title }) => title.toLowerCase());
  if (titles.length === 0) {
    return "I cannot read a picture into measures. Describe what you like about it: metal, stone, size, style?";
  }
  return `I can make something of this picture: ${titles.join(", ")}. Or tell me what you like about it. Which shall it be?`;
}

const takesPicture = ({ schema }: Kind) =>
  fieldsOf(schema).some(({ input }) => input === "picture");

/** To "a ring" and no more. */
export function askForDetails(kind: Kind): string {
  return `Gladly. Which metal, which stone if any, and what size should the ${kind.id} have? For example “${kind.example}”.`;
}

export function greet(kinds: readonly Kind[], hasDesign: boolean): string {
  if (hasDesign) return "Good to see you. What shall we change on this piece?";
  return `Good to see you. Tell me what to make, for example ${examples(kinds)}.`;
}

export function explain(kinds: readonly Kind[], locale: string): string {
  const names = list(
    kinds.map((kind) => `${kind.title.toLowerCase()}s`),
    locale,
  );
  return [
    `I design ${names} from your words, with exact measures, weight and price.`,
    `Start with ${examples(kinds)}.`,
    "Then change anything: “a bit wider”, “7 x 5 mm oval”, “in platinum”, “remove the pavé”, “undo”.",
    "Ask what it costs, whether it can be cast, or for a view from the side. What shall we make?",
  ].join(" ");
}

/** When a message could not be read as a change of the piece on the table. */
export function askWhatToChange(): string {
  return "I did not find what to change in that. You can say, for example, “band 2.4 mm”, “a bit thinner”, “ruby instead of sapphire” or “undo”. What should change?";
}

/** Refusals and questions, as one question back. */
export function askBack(refused: readonly ReadNote[], questions: readonly ReadNote[]): string {
  const texts = [...refused, ...questions].map((note) => note.message);
  const last = texts.at(-1) ?? "";
  if (last.endsWith("?")) return texts.join(" ");
  return `${texts.join(" ")} Shall I take ${refused.length > 1 ? "those" : "that"}?`;
}
