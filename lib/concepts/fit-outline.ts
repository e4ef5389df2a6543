import type { PictureTraits } from "#lib/adapters/inference/reading.ts";
import type { Ctx } from "#lib/context.ts";
import type { Spec } from "#lib/designs/types.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { otherChoices, otherNumbers, shapeFields } from "#lib/kinds/variants/shape-fields.ts";
import { type Match, matchSpec } from "./match-outline.ts";

/** A kind and the spec it is first laid over the picture with. */
export interface Candidate {
  kind: Kind;
  spec: Spec;
  /** Added to its likeness: what words or the design itself say for it. */
  bonus: number;
}

/** Made of a picture or of a brought mesh: of these there is no outline before. */
const isMadeOfFile = ({ category, schema }: Kind): boolean =>
  category !== "figurine" &&
  fieldsOf(schema).some(({ input }) => input === "picture" || input === "model");

/**
 * Every kind with its usual numbers, once for each value of what it chooses first: a pendant is a set stone, a heart or a
 * cross. A figurine takes long to build: its bodies are told apart when it is the nearest. Kinds that are made of a
 * picture have no outline of their own.
 */
export const usualCandidates = (): Candidate[] =>
  listKinds()
    .filter((kind) => !isMadeOfFile(kind))
    .flatMap((kind) => {
      const spec = kind.schema.parse({});
      const [first] = shapeFields(kind, spec);
      const others = first && kind.category !== "figurine" ? otherChoices(first, spec) : [];
      const specs = [spec, ...others.map((value) => ({ ...spec, [first!.name]: value }))];
      return specs.map((one) => ({ kind, spec: one, bonus: 0 }));
    });

export type Tell = (progress: number, message: string) => Promise<void>;

/** The candidates by how well their outline fits, the best first; those that cannot be built are left out. */
export async function rankCandidates(
  ctx: Ctx,
  traits: PictureTraits,
  candidates: readonly Candidate[],
  { signal, tell }: { signal?: AbortSignal | undefined; tell: Tell },
): Promise<(Match & { bonus: number })[]> {
  const ranked: (Match & { bonus: number })[] = [];
  for (const [at, { bonus, ...candidate }] of candidates.entries()) {
    await tell(
      (0.4 * at) / candidates.length,
      `Comparing with a ${candidate.kind.title.toLowerCase()}`,
    );
    const match = await matchSpec(ctx, traits, candidate, signal);
    if (match) ranked.push({ ...match, bonus });
  }
  return ranked.toSorted((a, b) => b.score + b.bonus - a.score - a.bonus);
}

/** Pieces that are built to find the proportions of one. */
const MOST_TRIES = 44;
/** What another value must gain to be taken: a choice changes the piece, a number only its measure. */
const CHOICE_GAIN = 0.012;
const NUMBER_GAIN = 0.004;
const ROUNDS = 2;

/** The match with the choices and numbers that bring its outline nearest, one field after the other. */
export async function fitOutline(
  ctx: Ctx,
  traits: PictureTraits,
  start: Match,
  { signal, tell }: { signal?: AbortSignal | undefined; tell: Tell },
): Promise<Match> {
  let best = start;
  let tries = 0;
  const consider = async (patch: Spec, gain: number) => {
    if (tries >= MOST_TRIES) return;
    tries += 1;
    await tell(0.4 + (0.4 * tries) / MOST_TRIES, "Finding the proportions");
    const spec = { ...best.spec, ...patch };
    const match = await matchSpec(
      ctx,
      traits,
      { kind: best.kind, spec, views: [best.view] },
      signal,
    );
    if (match && match.score > best.score + gain) best = match;
  };
  for (const field of shapeFields(start.kind, start.spec)) {
    for (const value of otherChoices(field, best.spec))
      await consider({ [field.name]: value }, CHOICE_GAIN);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const field of shapeFields(best.kind, best.spec)) {
      for (const value of otherNumbers(field, best.spec))
        await consider({ [field.name]: value }, NUMBER_GAIN);
    }
  }
  return best;
}
