import type { FieldChange, RevisionChanges, Spec } from "#lib/designs/types.ts";
import type { ImageView } from "#lib/images/row.ts";
import type { VariantNote } from "#lib/kinds/variants/note.ts";
import type { Look } from "#lib/kinds/variants/read-look.ts";
import type { StyleId } from "#lib/kinds/variants/styles.ts";
import type { AspectRatio } from "./aspect.ts";

export const CONCEPT_WAYS = [
  "picture",
  "variation",
  "style",
  "transfer",
  "repaint",
  "sketch",
  "twin",
] as const;

/** Of words, of chance, of a style, of a reference, of a mask, of a sketch, or read out of a picture. */
export type ConceptWay = (typeof CONCEPT_WAYS)[number];

/** Who makes the pictures: this machine of the design's numbers, or a rented generative model. */
export type ConceptEngine = "embedded" | "provider";

/** What was asked for, as it is kept: the same wish with the same seed makes the same picture again. */
export interface ConceptWish {
  way: ConceptWay;
  /** What the person wrote. */
  prompt?: string | undefined;
  /** Whether the words are completed by what the picture will show. */
  enhance: boolean;
  /** The completed words as the person edited them. */
  enhancedPrompt?: string | undefined;
  /** What shall not be seen. */
  negativePrompt?: string | undefined;
  aspectRatio: AspectRatio;
  engine: ConceptEngine;
  style?: StyleId | undefined;
  lights?: Look["lights"] | undefined;
  background?: Look["background"] | undefined;
  view?: Look["view"] | undefined;
  /** The picture it starts from; by default the newest revision. */
  imageId?: string | undefined;
  /** White is made anew. */
  maskId?: string | undefined;
  /** Whose colours and light are taken. */
  referenceId?: string | undefined;
  sketchId?: string | undefined;
  /** The concept that is made once more, of the numbers it had. */
  againOf?: string | undefined;
  /** Read the picture or sketch as this kind. */
  kind?: string | undefined;
}

/** How the picture was taken. */
export interface ConceptLook extends Look {
  /** Seed of the camera's stand: variants of one picture share it. */
  cameraSeed: number;
}

/** How a picture came to be. */
export interface Lineage {
  source: "upload" | "drawn" | "generated";
  way: ConceptWay | "drawing" | "upload";
  prompt: string | null;
  enhancedPrompt: string | null;
  negativePrompt: string | null;
  engine: string | null;
  engineVersion: string | null;
  seed: number | null;
  providerRequestId: string | null;
  designId: string | null;
  revisionNumber: number | null;
  /** Picture it was made from. */
  parentImageId: string | null;
  /** Mask, sketch and reference that went into it. */
  usedImageIds: string[];
  /** IPTC's name for its kind of origin; null for a picture of a person's own. */
  digitalSourceType: string | null;
  /** Whether a trained model had a hand in it. */
  isAiMade: boolean;
  createdAt: string;
}

/** Whether a picture could be made again, and what would differ. */
export interface Again {
  isExact: boolean;
  /** In the user's words. */
  message: string;
}

/** A concept as every transport shows it. */
export interface ConceptView {
  id: string;
  designId: string;
  way: ConceptWay;
  image: ImageView;
  kind: string;
  spec: Spec | null;
  /** One sentence of the spec. */
  words: string | null;
  changes: FieldChange[];
  massDeltaG: number | null;
  priceDeltaMinor: number | null;
  notes: VariantNote[];
  look: ConceptLook;
  wish: ConceptWish;
  lineage: Lineage;
  again: Again;
  isFavourite: boolean;
  adoptedRevisionId: string | null;
  createdAt: string;
}

export type { RevisionChanges, Spec, VariantNote };
