import type { Ctx } from "#lib/context.ts";
import { headOf } from "#lib/designs/edit-design.ts";
import { requireDesign } from "#lib/designs/find-design.ts";
import { specOf } from "#lib/designs/row.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { surestReading } from "#lib/kinds/surest-reading.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import { USUAL_LOOK } from "#lib/kinds/variants/read-look.ts";
import { STYLES } from "#lib/kinds/variants/styles.ts";
import { requireAllowedText } from "#lib/moderation/require-allowed-text.ts";
import { completedWords, inGrammar, lookOfWish, saySpec } from "./plan-words.ts";
import type { ConceptWish } from "./types.ts";

export interface EnhancePromptInput
  extends Pick<
    Partial<ConceptWish>,
    "negativePrompt" | "style" | "lights" | "background" | "view" | "kind"
  > {
  prompt: string;
  /** The design whose numbers the words change; by default a new piece. */
  designId?: string | undefined;
}

export interface EnhancedPrompt {
  enhancedPrompt: string;
  kind: string;
  notes: VariantNote[];
}

/**
 * Words completed by what a picture of them would show, to be read and edited before anything is drawn, with what was
 * understood and what was not. Throws `not_found` (design), `rule_broken` (words that may not be said).
 */
export async function enhancePrompt(ctx: Ctx, input: EnhancePromptInput): Promise<EnhancedPrompt> {
  const { prompt, designId } = input;
  await requireAllowedText(ctx, { text: prompt, subjectType: "prompt" });
  const wish: ConceptWish = {
    ...input,
    way: "picture",
    enhance: false,
    engine: "embedded",
    aspectRatio: "1:1",
  };
  const start = designId ? await designStart(ctx, designId) : freshStart(input);
  const { spec, notes } = saySpec(start.kind, start.spec, wish);
  const style = input.style && STYLES[input.style];
  const styled = style && { lights: style.lights, background: style.background };
  const look = lookOfWish(wish, { ...USUAL_LOOK, ...styled, cameraSeed: 0 });
  const words = completedWords(start.kind, spec, look);
  return {
    enhancedPrompt: style ? `${words} ${style.words}` : words,
    kind: start.kind.id,
    notes,
  };
}

async function designStart(ctx: Ctx, designId: string) {
  const row = await requireDesign(ctx, designId, "read");
  const kind = getKind(row.kind);
  return { kind, spec: specOf(headOf(row)) ?? kind.schema.parse({}) };
}

function freshStart({ prompt, kind: id }: EnhancePromptInput) {
  const said = inGrammar(prompt);
  const kind = id ? getKind(id) : surestReading(said.words, said.locale).kind;
  return { kind, spec: kind.schema.parse({}) };
}
