import type { PictureTraits } from "#lib/adapters/inference/reading.ts";
import type { Ctx } from "#lib/context.ts";
import type { Spec } from "#lib/designs/types.ts";
import { pictureRaster } from "#lib/images/picture-raster.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { surestReading } from "#lib/kinds/surest-reading.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import { USUAL_LOOK } from "#lib/kinds/variants/read-look.ts";
import { dressInPalette, lookOfGround } from "#lib/kinds/variants/read-palette.ts";
import { noteChanges } from "#lib/kinds/variants/repaint-spec.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type Candidate, fitOutline, rankCandidates, usualCandidates } from "./fit-outline.ts";
import type { Match } from "./match-outline.ts";
import type { ConceptPlan, PlanInput } from "./plan.ts";
import { countingWords, inGrammar, lookOfWish, saySpec } from "./plan-words.ts";
import { findKnownPicture } from "./source.ts";

/** An outline less alike than this is of something else. */
const LEAST_LIKENESS = 0.42;
/** What the design's own kind is ahead by: a sketch made beside a ring is of a ring, unless it plainly is not. */
const OWN_KIND = 0.06;
/** A message that names a kind this surely is about it. */
const NAMED = 0.3;

/** The piece nearest to a drawn outline. Throws `invalid_input` where nothing was drawn or nothing comes near it. */
export async function planSketch(ctx: Ctx, input: PlanInput): Promise<ConceptPlan> {
  const { wish, base, signal } = input;
  const picture = await pictureRaster(ctx, wish.sketchId!);
  const traits = await ctx.adapters.inference.readTraits(
    { picture, as: "sketch" },
    signal ? { signal } : {},
  );
  if (traits.silhouettes.length === 0)
    throw invalidInput("The sketch is empty. Draw the outline of the piece.");
  const found = await findPiece(ctx, input, traits, "sketch");
  const look = lookOfWish(wish, { ...(base?.look ?? USUAL_LOOK), view: found.view, cameraSeed: 0 });
  return { ...found, look, parentId: null };
}

/** The makeable piece nearest to a picture, seen from the same side. Throws `invalid_input` where nothing comes near it. */
export async function planTwin(ctx: Ctx, input: PlanInput): Promise<ConceptPlan> {
  const { wish, signal } = input;
  const known = await findKnownPicture(ctx, wish.imageId!);
  if (known) {
    const { kind, spec, look, conceptId } = known;
    const message = "Everything: the picture was drawn from these very numbers.";
    return { kind, spec, look, parentId: conceptId, notes: [{ verdict: "kept", message }] };
  }
  const picture = await pictureRaster(ctx, wish.imageId!);
  const traits = await ctx.adapters.inference.readTraits(
    { picture, as: "photo" },
    signal ? { signal } : {},
  );
  if (traits.silhouettes.length === 0)
    throw invalidInput("Nothing stands out in this picture. Take one on an even ground.");
  const found = await findPiece(ctx, input, traits, "picture");
  const dressed = dressInPalette(found.kind, found.spec, traits.palette);
  const look = { ...USUAL_LOOK, ...lookOfGround(traits.ground), view: found.view, cameraSeed: 0 };
  const notes = [...found.notes, ...dressed.notes, ...notesOfPicture(traits)];
  return {
    kind: found.kind,
    spec: dressed.spec,
    look: lookOfWish(wish, look),
    notes,
    parentId: null,
  };
}

interface FoundPiece {
  kind: Kind;
  spec: Spec;
  view: Match["view"];
  notes: VariantNote[];
}

async function findPiece(
  ctx: Ctx,
  input: PlanInput,
  traits: PictureTraits,
  what: string,
): Promise<FoundPiece> {
  const { signal, tell } = input;
  const candidates = candidatesOf(input);
  const ranked = await rankCandidates(ctx, traits, candidates, { signal, tell });
  const first = ranked[0];
  if (!first || first.score < LEAST_LIKENESS) throw likeNothing(first, what);
  const usual = candidates.find(({ kind }) => kind === first.kind)!;
  const fitted = await fitOutline(ctx, traits, first, { signal, tell });
  const notes = [
    ...noteKind(fitted, ranked, what),
    ...noteChanges(first.kind, usual.spec, fitted.spec),
    noteScale(first.kind),
  ];
  return { kind: fitted.kind, spec: fitted.spec, view: fitted.view, notes };
}

/** What the picture may be of: the kind that was said, or every kind with the design's own ahead. */
function candidatesOf({ wish, base }: PlanInput): Candidate[] {
  const words = countingWords(wish);
  const named = wish.kind ? getKind(wish.kind) : words ? namedKind(words) : null;
  if (named === null) {
    if (!base) return usualCandidates();
    const own = { kind: base.kind, spec: base.spec, bonus: OWN_KIND };
    return [own, ...usualCandidates().filter(({ kind }) => kind.id !== base.kind.id)];
  }
  const spec = base && named.id === base.kind.id ? base.spec : named.schema.parse({});
  return [{ kind: named, spec: saySpec(named, spec, wish).spec, bonus: 0 }];
}

function namedKind(words: string): Kind | null {
  const said = inGrammar(words);
  const { kind, reading } = surestReading(said.words, said.locale);
  return reading.confidence >= NAMED ? kind : null;
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function noteKind(found: Match, ranked: readonly Match[], what: string): VariantNote[] {
  const title = found.kind.title.toLowerCase();
  const next = ranked.find(({ kind }) => kind !== found.kind);
  const beside = next
    ? ` Next nearest: ${next.kind.title.toLowerCase()}, ${percent(next.score)}.`
    : "";
  return [
    {
      verdict: "kept",
      message: `Kind and outline: a ${title} whose outline is ${percent(found.score)} that of the ${what}.${beside}`,
    },
    { verdict: "kept", message: `Seen from the same side: ${found.view}.` },
  ];
}

const noteScale = (kind: Kind): VariantNote => ({
  verdict: "refused",
  message: `Size: a picture has no scale, so the usual size of a ${kind.title.toLowerCase()} was kept. Set it by hand.`,
});

function notesOfPicture({ confidence }: PictureTraits): VariantNote[] {
  const notes: VariantNote[] = [
    {
      verdict: "refused",
      message:
        "Engravings, patterns and what is hidden from this side cannot be read out of a picture here.",
    },
  ];
  if (confidence >= 0.5) return notes;
  return [
    ...notes,
    {
      verdict: "refused",
      message: "The piece is hard to tell from its ground; the outline may be off.",
    },
  ];
}

function likeNothing(nearest: Match | undefined, what: string) {
  const hint = nearest
    ? ` The nearest is a ${nearest.kind.title.toLowerCase()}, ${percent(nearest.score)} alike.`
    : "";
  return invalidInput(
    `This ${what} is like nothing that is made here.${hint} Say what it is and try again.`,
    {
      details: { field: "kind", nearest: nearest?.kind.id ?? null },
    },
  );
}
