import { RING_SYSTEMS, type RingSystem } from "../../shared/ring-size.ts";
import type { SizeRun } from "../kind.ts";
import type { Slot, TermReader } from "./lexicon.ts";
import { SYSTEM_WORDS } from "./ring-size.ts";
import { type Term, valueTerm } from "./statements.ts";
import type { Token } from "./tokens.ts";

const SYSTEM_BY_WORD = new Map(
  RING_SYSTEMS.flatMap((system) => SYSTEM_WORDS[system].map((word) => [word, system] as const)),
);
const LEAD = new Set(["size", "sizes", "run", "range", "ring", "from", "of", "in", "for", "all"]);
const TO = new Set(["to", "-", "–", "through", "until", "till", "up"]);

/** Reads several finger sizes: "a size run from US 4 to 13", "sizes 50 to 60", "UK H to R". */
export const readRunWords: TermReader<Term> = (tokens, index) => {
  const words: string[] = [];
  let at = index;
  while (LEAD.has(tokens[at]?.text ?? "")) {
    words.push(tokens[at]!.text);
    at += 1;
  }
  const before = systemAt(tokens, at);
  if (before) at += 1;
  if (tokens[at]?.text === "size" || tokens[at]?.text === "sizes") at += 1;
  const from = labelAt(tokens, at);
  if (from === null) return null;
  at += 1;
  if (!TO.has(tokens[at]?.text ?? "")) return null;
  while (TO.has(tokens[at]?.text ?? "")) at += 1;
  const between = systemAt(tokens, at);
  if (between) at += 1;
  const to = labelAt(tokens, at);
  const after = to === null ? null : systemAt(tokens, at + 1);
  const system = before ?? between ?? after;
  const isRun = system !== null || words.includes("sizes") || words.includes("run");
  if (to === null || !isRun) return null;
  const run: SizeRun = { system: system ?? bareSystem(from), from, to };
  return { term: valueTerm("sizeRun", run), length: at + 1 + (after ? 1 : 0) - index };
};

function systemAt(tokens: readonly Token[], at: number): RingSystem | null {
  const token = tokens[at];
  return token?.type === "word" ? (SYSTEM_BY_WORD.get(token.text) ?? null) : null;
}

function labelAt(tokens: readonly Token[], at: number): string | null {
  const token = tokens[at];
  if (token?.type === "number") return String(token.value);
  return token?.type === "word" && /^[a-z]$/.test(token.text) ? token.text.toUpperCase() : null;
}

/** Letters are British, to 20 American, above European. */
function bareSystem(label: string): RingSystem {
  if (/^[A-Z]/.test(label)) return "uk";
  return Number(label) <= 20 ? "us" : "eu";
}

/** The sizes a message asks for at once, or null. */
export function sizeRunOf(slots: readonly Slot<Term>[]): SizeRun | null {
  for (const { meaning } of slots) {
    if (meaning.type !== "term" || meaning.term.type !== "value") continue;
    if (meaning.term.name === "sizeRun") return meaning.term.value as SizeRun;
  }
  return null;
}
