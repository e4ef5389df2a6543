import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Price } from "#lib/shared/money.ts";

/** A spec as it travels between verbs: camelCase keys of its kind's schema. */
export type Spec = Record<string, unknown>;

/** One field of a spec that an edit moved. */
export interface FieldChange {
  /** Key in the kind's schema, camelCase. */
  field: string;
  label: string;
  before: unknown;
  after: unknown;
  /** `mm`, `deg`, `ct`, `g`, `count`, or null for choices. */
  unit: string | null;
}

export interface PreviewNumbers {
  massG: number;
  totalMinor: number;
}

/** What a revision did against its parent; zeros and empty lists where nothing moved. */
export interface RevisionChanges {
  fields: FieldChange[];
  massDeltaG: number;
  /** In the price's currency, minor units. */
  priceDeltaMinor: number;
  /** Warnings and failures the parent did not have. */
  newFindings: Finding[];
  /** Numbers of the preview: the next edit is compared with them, since the final mesh is a little finer. */
  preview: PreviewNumbers;
  /** The older revision this one repeats, when it came of an undo. */
  revertedTo?: number;
}

export interface DesignPicture {
  id: string;
  url: string;
  width: number;
  height: number;
  view: string | null;
  seed: number | null;
  /** A draft is replaced by its final picture under the same id. */
  quality: "draft" | "final";
}

/** A file of a model. One that was never asked for is made when its address first is. */
export interface DesignFile {
  format: string;
  purpose: "print" | "cast" | "view" | "document";
  filename: string;
  url: string;
  /** Null until it is made. */
  bytes: number | null;
  sha256: string | null;
}

/** A file that is there. */
export interface MadeFile extends DesignFile {
  bytes: number;
  sha256: string;
}

export interface DesignRevision {
  id: string;
  number: number;
  spec: Spec | null;
  prompt: string | null;
  enhancedPrompt: string | null;
  /** The spec as one sentence. */
  words: string | null;
  seed: number;
  engine: string;
  engineVersion: string;
  /** The rented service's name of the order. */
  providerRequestId: string | null;
  measures: Measures | null;
  price: Price | null;
  findings: Finding[];
  meshHash: string | null;
  changes: FieldChange[];
  massDeltaG: number;
  priceDeltaMinor: number;
  newFindings: Finding[];
  /** Number of the older revision this one repeats, when it came of an undo. */
  revertedTo: number | null;
  pictures: DesignPicture[];
  files: DesignFile[];
  createdAt: string;
}

/** A design as every transport shows it; `lib/http` makes the keys snake_case. */
export interface DesignView {
  id: string;
  kind: string;
  title: string;
  conversationId: string | null;
  revision: DesignRevision;
  createdAt: string;
  updatedAt: string;
}

/** Ids of the durable work a change started. */
export interface StartedJobs {
  picturesJobId: string | null;
  modelJobId: string | null;
}

/** What every verb that makes a revision answers. */
export interface DesignChange extends StartedJobs {
  design: DesignView;
}
