import type { LanguageModelV4Message, LanguageModelV4Prompt } from "@ai-sdk/provider";
import { languageOfMessage, toGrammarWords } from "../../../kinds/tongues/index.ts";
import { RING_SYSTEMS, type RingSystem } from "../../../shared/ring-size.ts";

/** What a tool answered in this turn. */
export interface ToolAnswer {
  tool: string;
  /** The JSON it answered; null when it failed. */
  value: Record<string, unknown> | null;
  /** Why it failed, in the user's words. */
  error: string | null;
}

/** The design on the table, as the instructions name it. */
export interface TableDesign {
  designId: string;
  kind: string;
  title: string;
  revision: number;
  spec: Record<string, unknown>;
  words: string | null;
}

export interface SentMask {
  maskId: string;
  imageId: string;
}

/** All the designer knows when it is asked to go on. */
export interface Situation {
  /** The language of the message, or of those before it where it tells none, or the person's. */
  locale: string;
  /** What a ring size without its system is in, where the person said so. */
  ringSystem: RingSystem | null;
  current: TableDesign | null;
  /** The message to answer, in the words of the grammar. */
  text: string;
  /** The same as it was written. */
  said: string;
  hasPicture: boolean;
  /** Ids of the pictures that were sent, newest first. */
  pictures: string[];
  /** Masks that came with the message, each with the picture it was drawn on. */
  masks: SentMask[];
  /** What tools answered since that message, in order. */
  answers: ToolAnswer[];
  /** The message before, in the words of the grammar, when the designer's last answer asked about it. */
  askedAbout: string | null;
}

/** Reads a model's prompt: instructions, conversation, and the tools' answers of the turn under way. */
export function readSituation(prompt: LanguageModelV4Prompt): Situation {
  const instructions = prompt.filter((message) => message.role === "system");
  const system = instructions.map((message) => message.content).join("\n");
  const at = prompt.findLastIndex((message) => message.role === "user");
  const turn = prompt.slice(at + 1);
  const past = prompt.slice(0, Math.max(0, at));
  const locale = spokenLocale(textOf(prompt[at]), past, system);
  const asked = askedAbout(past);
  return {
    locale,
    ringSystem: ringSystemOf(system),
    current: tableDesign(system),
    text: toGrammarWords(textOf(prompt[at]), locale),
    said: textOf(prompt[at]),
    hasPicture: hasFile(prompt[at]),
    pictures: listIn<string>(system, "sent-pictures"),
    masks: listIn<SentMask>(system, "sent-masks"),
    answers: turn.flatMap(toolAnswers),
    askedAbout: asked && toGrammarWords(asked, languageOfMessage(asked) ?? locale),
  };
}

/** The language a person is answered in: that of the message, else of the last one that tells, else the one they chose. */
function spokenLocale(text: string, past: LanguageModelV4Prompt, system: string): string {
  const preferred = /locale: ([\w-]+)/.exec(system)?.[1] ?? "en";
  const before = past.filter(({ role }) => role === "user").map(textOf);
  for (const said of [text, ...before.toReversed()]) {
    const language = languageOfMessage(said);
    if (language !== null) return language === preferred.split("-")[0] ? preferred : language;
  }
  return preferred;
}

function ringSystemOf(instructions: string): RingSystem | null {
  const said = RING_SYSTEM_WORDS.exec(instructions)?.[1];
  return RING_SYSTEMS.find((system) => system === said) ?? null;
}

/** How the instructions say it. */
const RING_SYSTEM_WORDS = /ring size without its system is in (\w+)/;

function tableDesign(system: string): TableDesign | null {
  const json = /<current-design>(.*?)<\/current-design>/s.exec(system)?.[1];
  return json ? (JSON.parse(json) as TableDesign) : null;
}

/** A list the instructions give between marks of that name. */
function listIn<T>(system: string, mark: "sent-pictures" | "sent-masks"): T[] {
  const json = new RegExp(`<${mark}>(.*?)</${mark}>`, "s").exec(system)?.[1];
  return json ? (JSON.parse(json) as T[]) : [];
}

function textOf(message: LanguageModelV4Message | undefined): string {
  if (!message || message.role === "system" || message.role === "tool") return "";
  return message.content
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .join("\n")
    .trim();
}

function hasFile(message: LanguageModelV4Message | undefined): boolean {
  return message?.role === "user" && message.content.some((part) => part.type === "file");
}

/** The last message of the person, when the answer to it ended with a question. */
function askedAbout(past: LanguageModelV4Prompt): string | null {
  const answer = past.findLast((message) => message.role === "assistant" && textOf(message) !== "");
  if (!answer || !textOf(answer).endsWith("?")) return null;
  return textOf(past.findLast((message) => message.role === "user")) || null;
}

function toolAnswers(message: LanguageModelV4Message): ToolAnswer[] {
  if (message.role !== "tool") return [];
  return message.content.flatMap((part): ToolAnswer[] => {
    if (part.type !== "tool-result") return [];
    const { output } = part;
    if (output.type === "json") {
      return [{ tool: part.toolName, value: asRecord(output.value), error: null }];
    }
    // An error comes with the name of its class before its words.
    const told = "value" in output ? String(output.value) : "This was not allowed.";
    const error = told.replace(/^AppError: /, "");
    return [{ tool: part.toolName, value: null, error }];
  });
}

const asRecord = (value: unknown) =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
