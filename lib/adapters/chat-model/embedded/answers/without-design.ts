import { exampleKinds } from "../../../../kinds/example-kinds.ts";
import type { Kind, ReadNote } from "../../../../kinds/kind.ts";
import { fieldsOf } from "../../../../kinds/read/fields.ts";
import { list } from "./format.ts";

type Category = Kind["category"];

/** What one would ask about such a piece first. */
const DETAILS: Record<Category, string> = {
  jewellery: "Which metal, which stone or text if any, and what size",
  garment: "Which cloth and colour, what length, and what size",
  figurine: "Which figure, how many millimetres of height, and what name on its base",
  relief: "Which picture (send it along), and what size",
  object: "Which picture (send it along), and what size",
};

/** An example of each category in turn, so that they show how various the kinds are; at most three. */
export function examples(kinds: readonly Kind[]): string {
  return exampleKinds(kinds, 3)
    .map((kind) => `“${kind.example}”`)
    .join(", ");
}

/** "Rings, pendants and dresses". */
function namesOf(kinds: readonly Kind[], locale: string): string {
  return list(
    kinds.map(({ title }) => plural(title.toLowerCase())),
    locale,
  );
}

function plural(noun: string): string {
  const [first, rest] = noun.split(" from ");
  if (rest) return `${plural(first!)} from ${rest}`;
  if (/(?:s|earrings|trousers)$/.test(noun) && !noun.endsWith("ss")) return noun;
  return /(?:ss|sh|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** To a message that is no design. */
export function askWhatToMake(kinds: readonly Kind[], locale: string): string {
  return `I design ${namesOf(kinds, locale)}. What shall it be, of what, and how large? For example ${examples(kinds)}.`;
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
  return `Gladly, for example “${kind.example}”. ${DETAILS[kind.category]} should it have?`;
}

export function greet(kinds: readonly Kind[], hasDesign: boolean): string {
  if (hasDesign) return "Good to see you. What shall we change on this piece?";
  return `Good to see you. Tell me what to make, for example ${examples(kinds)}.`;
}

export function explain(kinds: readonly Kind[], locale: string): string {
  return [
    `I design ${namesOf(kinds, locale)} from your words, with exact measures, weight and price.`,
    `Start with ${examples(kinds)}.`,
    "Then change anything: “a bit wider”, “20 % longer”, “in platinum”, “without the halo”, “undo”.",
    "Ask what it costs, whether it can be made, or for a view from the side. What shall we make?",
  ].join(" ");
}

/** When a message could not be read as a change of the piece on the table. */
export function askWhatToChange(kind: Kind | null, spec: Record<string, unknown>): string {
  const own = kind?.suggest?.(spec).slice(0, 2) ?? [];
  const all = [...own, "a bit smaller", "undo"].map((wish) => `“${wish}”`);
  return `I did not find what to change in that. You can say, for example, ${all.slice(0, -1).join(", ")} or ${all.at(-1)}. What should change?`;
}

/** Refusals and questions, as one question back. */
export function askBack(refused: readonly ReadNote[], questions: readonly ReadNote[]): string {
  const texts = [...refused, ...questions].map((note) => note.message);
  const last = texts.at(-1) ?? "";
  if (last.endsWith("?")) return texts.join(" ");
  return `${texts.join(" ")} Shall I take ${refused.length > 1 ? "those" : "that"}?`;
}
