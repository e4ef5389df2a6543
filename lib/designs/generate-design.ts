import type { Ctx } from "#lib/context.ts";
import { exampleKinds } from "#lib/kinds/example-kinds.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { getKind, listKinds } from "#lib/kinds/registry.ts";
import { surestReading } from "#lib/kinds/surest-reading.ts";
import { languageOfMessage, toGrammarWords } from "#lib/kinds/tongues/index.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { createDesign } from "./create-design.ts";
import {
  type PictureLook,
  parseSeed,
  picturesOf,
  randomSeed,
  SEED_LIMIT,
  toLook,
} from "./pictures.ts";
import type { DesignChange, Spec } from "./types.ts";

export interface GenerateInput {
  prompt: string;
  /** Read the prompt as this kind; by default as the kind that is surest of it. */
  kind?: string | undefined;
  /** Fields that count more than what the prompt says. */
  properties?: Spec | undefined;
  /** Pictures, each with its own seed, 1 to 4. */
  count?: number | undefined;
  /** Seed of the first picture. */
  seed?: number | undefined;
  lights?: PictureLook["lights"];
  background?: PictureLook["background"];
  /** One more picture: the piece turning, with the first seed. */
  turntable?: boolean | undefined;
  /** UUID under which this design is made once: the same again answers the first. */
  effectId?: string | undefined;
}

/** Below this a message is about something else. */
const LEAST_CONFIDENCE = 0.3;

/**
 * A design from a sentence without a conversation: what cannot be read is refused, never guessed.
 * Throws `rule_broken` for what is not made here, `invalid_input` with the question to answer, the rule that refuses, or examples.
 */
export async function generateDesign(ctx: Ctx, input: GenerateInput): Promise<DesignChange> {
  await requireAllowedText(ctx, { text: input.prompt, subjectType: "prompt" });
  const { kind, patch } = readPrompt(input);
  const seed = input.seed === undefined ? randomSeed() : parseSeed(input.seed);
  const views = Array.from({ length: input.count ?? 1 }, (_, index) => (seed + index) % SEED_LIMIT);
  const look = toLook(input);
  return createDesign(ctx, {
    kind: kind.id,
    spec: { ...patch, ...input.properties },
    prompt: input.prompt,
    effectId: input.effectId,
    seed,
    pictures: () => [
      ...views.flatMap((one) => picturesOf(["hero"], one, look)),
      ...(input.turntable ? picturesOf(["turntable"], seed, look) : []),
    ],
  });
}

function readPrompt({ prompt: written, kind: kindId }: GenerateInput): { kind: Kind; patch: Spec } {
  const locale = languageOfMessage(written) ?? "en";
  const prompt = toGrammarWords(written, locale);
  const asked = kindId === undefined ? null : getKind(kindId);
  const { kind, reading } = asked
    ? { kind: asked, reading: asked.read(prompt, { current: null, locale }) }
    : surestReading(prompt, locale);
  if (!asked && reading.confidence < LEAST_CONFIDENCE) throw noDesign();
  const doubt = reading.refused[0] ?? reading.questions[0];
  if (doubt) {
    throw invalidInput(sentenceIn(locale, doubt.message), {
      details: { field: doubt.field ?? "prompt", words: doubt.words, nearest: doubt.nearest },
    });
  }
  return { kind, patch: reading.patch };
}

function noDesign() {
  const examples = exampleKinds(listKinds(), 4).map(({ example }) => example);
  return invalidInput(`What shall it be? For example: “${examples.join("”, “")}”.`, {
    details: { field: "prompt", examples },
  });
}
