import type { Ctx } from "#lib/context.ts";
import type { Outcome } from "#lib/designs/changes.ts";
import { outcomeOf } from "#lib/designs/edit-design.ts";
import { revisionSelect, specOf } from "#lib/designs/row.ts";
import type { Spec } from "#lib/designs/types.ts";
import { pictureScope } from "#lib/images/picture-scope.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { getKind } from "#lib/kinds/registry.ts";
import { USUAL_LOOK } from "#lib/kinds/variants/read-look.ts";
import { invalidInput, notFound } from "#lib/shared/errors.ts";
import { lookOf } from "./row.ts";
import type { ConceptLook } from "./types.ts";

/** The revision concepts of a job are made on. */
export interface RevisionBase {
  revisionId: string;
  designId: string;
  kind: Kind;
  spec: Spec;
  outcome: Outcome;
  look: ConceptLook;
}

/** A picture that numbers are known of. */
export interface KnownPicture {
  kind: Kind;
  spec: Spec;
  look: ConceptLook;
  conceptId: string | null;
}

/** The revision with its numbers, seen as its own pictures show it. Throws `not_found`, `invalid_input` without numbers. */
export async function requireBase(ctx: Ctx, revisionId: string): Promise<RevisionBase> {
  const row = await ctx.db.revision.findUnique({
    where: { id: revisionId },
    select: { ...revisionSelect, design: { select: { id: true, kind: true } } },
  });
  if (!row) throw notFound("revision");
  const spec = specOf(row);
  if (!spec) throw invalidInput("This design has no numbers to draw from.");
  return {
    revisionId,
    designId: row.design.id,
    kind: getKind(row.design.kind),
    spec,
    outcome: outcomeOf(row),
    look: { ...USUAL_LOOK, cameraSeed: row.seed },
  };
}

/** What a picture was drawn from, or null for one that nobody here drew. Throws `not_found`. */
export async function findKnownPicture(ctx: Ctx, imageId: string): Promise<KnownPicture | null> {
  const row = await ctx.db.image.findFirst({
    where: { id: imageId, ...pictureScope(ctx.actor) },
    select: {
      ...{ source: true, view: true, seed: true, properties: true },
      concept: { select: { id: true, kind: true, spec: true, look: true } },
      revision: { select: { spec: true, seed: true, design: { select: { kind: true } } } },
    },
  });
  if (!row) throw notFound("picture");
  const { concept, revision } = row;
  if (concept) {
    const spec = specOf(concept);
    return (
      spec && { kind: getKind(concept.kind), spec, look: lookOf(concept), conceptId: concept.id }
    );
  }
  const spec = row.source === "drawn" && revision ? specOf(revision) : null;
  if (!spec || !revision) return null;
  const look = { ...drawnLook(row), cameraSeed: row.seed ?? revision.seed };
  return { kind: getKind(revision.design.kind), spec, look, conceptId: null };
}

/** View, light and ground of a revision's own picture. */
function drawnLook({ view, properties }: { view: string | null; properties: unknown }) {
  const [lights, background] = ((properties as { look?: string }).look || "studio/light").split(
    "/",
  );
  const still = view === "turntable" ? "hero" : view;
  return { ...USUAL_LOOK, view: still, lights, background } as Omit<ConceptLook, "cameraSeed">;
}
