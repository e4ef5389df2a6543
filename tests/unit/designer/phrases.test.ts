import type { LanguageModelV4Prompt } from "@ai-sdk/provider";
import { describe, expect, it } from "vitest";
import { embeddedDesigner } from "#lib/adapters/chat-model/embedded/model.ts";
import { designerInstructions } from "#lib/conversations/instructions.ts";
import { parseSpec } from "#lib/kinds/parse-spec.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { ENGLISH } from "./phrases/english.ts";
import { FRENCH } from "./phrases/french.ts";
import { GERMAN } from "./phrases/german.ts";
import type { Phrase } from "./phrases/row.ts";
import { VIETNAMESE } from "./phrases/vietnamese.ts";

const TABLES = { en: ENGLISH, de: GERMAN, fr: FRENCH, vi: VIETNAMESE };
const ROWS = Object.entries(TABLES).flatMap(([language, rows]) =>
  rows.map((row) => ({ language, row, title: `${language} ${row.kind}: ${row.says}` })),
);
const LEAST_EXACT = 0.95;
const TOOLS = [
  "make_design",
  "edit_design",
  "solve_design",
  "run_sizes",
  "undo",
  "draw_pictures",
].map((name) => ({ type: "function" as const, name, inputSchema: { type: "object" as const } }));

type Spec = Record<string, unknown>;

const specOf = ({ kind, now }: Phrase): Spec => parseSpec(getKind(kind), now ?? {});

const textMessage = (role: "user" | "assistant", text: string) => ({
  role,
  content: [{ type: "text" as const, text }],
});

/** What the designer does next, the person's language being English whatever they write. */
async function answer(row: Phrase, past: LanguageModelV4Prompt, says: string) {
  const current = row.now && {
    designId: "d1",
    kind: row.kind,
    title: "Piece",
    revision: 1,
    spec: specOf(row),
    words: null,
  };
  const prompt: LanguageModelV4Prompt = [
    { role: "system", content: designerInstructions(current ?? null, "en") },
    ...past,
    textMessage("user", says),
  ];
  const { content } = await embeddedDesigner().doGenerate({ prompt, tools: TOOLS });
  const text = content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("");
  const [call] = content.flatMap((part) => (part.type === "tool-call" ? [part] : []));
  return { text, tool: call?.toolName ?? null, input: call ? JSON.parse(call.input) : null };
}

interface Outcome {
  isExact: boolean;
  /** A question, and nothing changed. */
  asks: boolean;
  got: unknown;
}

async function outcomeOf(row: Phrase): Promise<Outcome> {
  const past: LanguageModelV4Prompt = [];
  if (row.after !== undefined) {
    const { text } = await answer(row, [], row.after);
    past.push(textMessage("user", row.after), textMessage("assistant", text));
  }
  const { text, tool, input } = await answer(row, past, row.says);
  const asks = tool === null && text.endsWith("?");
  if (row.is === "asks") return { isExact: asks, asks, got: input ?? text };
  const wanted = { ...specOf(row), ...row.is };
  const isTool = tool === (row.now ? "edit_design" : "make_design");
  const isKind = row.now !== undefined || input?.kind === row.kind;
  const patch: Spec = input?.patch ?? input?.spec ?? {};
  // Fields beside those named are as they were, to the last one.
  const isSame = JSON.stringify({ ...specOf(row), ...patch }) === JSON.stringify(wanted);
  const isNamed = Object.keys(patch).every((name) => name in (row.is as Spec));
  return {
    isExact: isTool && isKind && isSame && isNamed,
    asks,
    got: tool ? { tool, ...input } : text,
  };
}

describe("the phrase table", () => {
  it("holds at least 120 messages in four languages", () => {
    expect(ROWS.length).toBeGreaterThanOrEqual(120);
    expect(new Set(ROWS.map(({ language }) => language)).size).toBe(4);
  });

  it("reads at least 95 % exactly, and asks about every other", async () => {
    const outcomes = await Promise.all(
      ROWS.map(async ({ row, title }) => ({ title, ...(await outcomeOf(row)) })),
    );
    const missed = outcomes.filter(({ isExact }) => !isExact);
    expect(missed.filter(({ asks }) => !asks)).toEqual([]);
    expect(
      1 - missed.length / ROWS.length,
      missed.map(({ title }) => title).join("\n"),
    ).toBeGreaterThanOrEqual(LEAST_EXACT);
  });
});
