import type { Prisma } from "#generated/prisma/client.ts";
import type { RevisionChanges, Spec } from "#lib/designs/types.ts";
import { imageSelect } from "#lib/images/row.ts";
import type { ConceptLook, ConceptWish } from "./types.ts";

export const conceptSelect = {
  id: true,
  designId: true,
  revisionId: true,
  parentId: true,
  way: true,
  wish: true,
  kind: true,
  spec: true,
  changes: true,
  notes: true,
  look: true,
  prompt: true,
  enhancedPrompt: true,
  negativePrompt: true,
  seed: true,
  engine: true,
  engineVersion: true,
  providerRequestId: true,
  favouriteAt: true,
  adoptedRevisionId: true,
  createdAt: true,
  image: { select: { ...imageSelect, revision: { select: { number: true } } } },
} satisfies Prisma.ConceptSelect;

export type ConceptRow = Prisma.ConceptGetPayload<{ select: typeof conceptSelect }>;

// Json columns hold what our own verbs wrote; these name their types once.
export const wishOf = (row: { wish: Prisma.JsonValue }) => row.wish as unknown as ConceptWish;
export const lookOf = (row: { look: Prisma.JsonValue }) => row.look as unknown as ConceptLook;
export const specOf = (row: { spec: Prisma.JsonValue }) => row.spec as Spec | null;
export const changesOf = (row: ConceptRow) => row.changes as unknown as RevisionChanges | null;
