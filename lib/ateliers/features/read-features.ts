import type { Ctx } from "#lib/context.ts";
import { requireDesign, requireRevision } from "#lib/designs/find-design.ts";
import { measuresOf, type RevisionRow, specOf } from "#lib/designs/row.ts";
import { requireImage } from "#lib/images/find-image.ts";
import { findKind } from "#lib/kinds/registry.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { type PictureVector, vectorOfPicture } from "../match/picture-vector.ts";
import { cosine } from "../match/similarity.ts";
import type { Candidate } from "../match/types.ts";
import { featuresOfRevision } from "./of-revision.ts";
import { describedKind, featuresOfWords, readDescribed } from "./of-words.ts";
import type { DesignFeatures } from "./types.ts";

/** What a match is asked for: a design, a picture, or words; words also say more about the other two. */
export interface Subject {
  designId?: string | undefined;
  /** Default the newest. */
  revisionNumber?: number | undefined;
  imageId?: string | undefined;
  words?: string | undefined;
}

export interface SubjectFeatures {
  features: DesignFeatures;
  /** Of its picture, for comparing with portfolios; null where it has none. */
  vector: PictureVector | null;
  revisionNumber: number | null;
}

/**
 * Features of what is to be made. Throws `not_found` for a design or picture of somebody else, `invalid_input` where
 * nothing is named or nobody could tell what the picture shows.
 */
export async function readFeatures(
  ctx: Ctx,
  subject: Subject,
  candidates: Iterable<Candidate>,
): Promise<SubjectFeatures> {
  const words = subject.words ?? "";
  if (subject.designId) return ofDesign(ctx, subject, words);
  if (subject.imageId) return ofPicture(ctx, subject.imageId, words, candidates);
  const described = readDescribed(words);
  if (!described) throw unknownPiece("Name a design, a picture, or what is to be made.");
  return { features: featuresOfWords(described, "words"), vector: null, revisionNumber: null };
}

async function ofDesign(ctx: Ctx, subject: Subject, more: string): Promise<SubjectFeatures> {
  const design = await requireDesign(ctx, subject.designId!, "read");
  const revision =
    subject.revisionNumber === undefined
      ? design.revisions[0]!
      : await requireRevision(ctx, design.id, subject.revisionNumber, "read");
  const words = [revision.prompt, revision.enhancedPrompt, more].filter(Boolean).join(". ");
  const features = revisionFeatures(design.kind, revision, words);
  if (!features) throw unknownPiece("This design has no measures and no words to go by.");
  const picture = revision.images[0];
  return {
    features,
    vector: picture ? await vectorOfPicture(ctx, picture) : null,
    revisionNumber: revision.number,
  };
}

/** Exact where there are a spec and measures, else by what was said of it. */
function revisionFeatures(
  kindId: string,
  revision: RevisionRow,
  words: string,
): DesignFeatures | null {
  const kind = findKind(kindId);
  const spec = specOf(revision);
  const measures = measuresOf(revision);
  if (kind && spec && measures) return featuresOfRevision({ kind, spec, measures, words });
  const described = (kind && describedKind(kind.id, words)) ?? readDescribed(words);
  return described ? featuresOfWords(described, "words") : null;
}

async function ofPicture(
  ctx: Ctx,
  imageId: string,
  more: string,
  candidates: Iterable<Candidate>,
): Promise<SubjectFeatures> {
  const image = await requireImage(ctx, imageId);
  const words = [more, image.prompt].filter(Boolean).join(". ");
  const vector = await vectorOfPicture(ctx, image);
  const described = readDescribed(words);
  if (described) {
    return { features: featuresOfWords(described, "words"), vector, revisionNumber: null };
  }
  const kindId = vector && kindByLook(vector, candidates);
  const alike = kindId ? describedKind(kindId, words) : null;
  if (!alike)
    throw unknownPiece("Nobody's work looks like this picture. Say in words what it shows.");
  return { features: featuresOfWords(alike, "pictures"), vector, revisionNumber: null };
}

const unknownPiece = (message: string) =>
  invalidInput(message, { details: { fields: ["design_id", "image_id", "words"] } });

/** Pictures of portfolios that vote on what a picture shows, and the least alike of them that counts. */
const VOTERS = 7;
const LEAST_COSINE = 0.3;

/** What most of the portfolio pictures most like it show; null where none is alike. */
function kindByLook(vector: PictureVector, candidates: Iterable<Candidate>): string | null {
  const works = [...candidates].flatMap(({ works: shown }) => shown);
  const voters = works
    .flatMap(({ kind, vector: other }) => {
      const likeness = cosine(vector, other);
      return kind && likeness !== null ? [{ kind, likeness }] : [];
    })
    .filter(({ likeness }) => likeness >= LEAST_COSINE)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, VOTERS);
  const votes = new Map<string, number>();
  for (const { kind, likeness } of voters) votes.set(kind, (votes.get(kind) ?? 0) + likeness);
  return [...votes].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
