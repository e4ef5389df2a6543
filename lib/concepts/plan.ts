import type { Spec } from "#lib/designs/types.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import type { RevisionBase } from "./source.ts";
import type { ConceptLook, ConceptWish } from "./types.ts";

/** One concept to be planned: what was asked, of what, with which seed. */
export interface PlanInput {
  wish: ConceptWish;
  /** The revision it is made on; null where the design is made of what is found. */
  base: RevisionBase | null;
  seed: number;
  signal?: AbortSignal | undefined;
  /** Says how far it is, 0 to 1. */
  tell: (progress: number, message: string) => Promise<void>;
}

/** What shall be drawn, and what became of what was asked. */
export interface ConceptPlan {
  kind: Kind;
  spec: Spec;
  look: ConceptLook;
  notes: VariantNote[];
  /** The concept it was made from. */
  parentId: string | null;
}
