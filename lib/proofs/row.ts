import type { Prisma } from "#generated/prisma/client.ts";
import type { FieldChange, Spec } from "#lib/designs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Price } from "#lib/shared/money.ts";

/** The revision a proof locks, as it was. */
export interface ProofPiece {
  spec: Spec | null;
  words: string | null;
  measures: Measures | null;
  price: Price | null;
  findings: Finding[];
  meshHash: string | null;
  engine: string;
}

/** What lies between a locked revision and the design's newest. */
export interface ProofDifference {
  quotedRevision: number;
  newestRevision: number;
  fields: FieldChange[];
  massDeltaG: number;
  priceDeltaMinor: number;
}

export const proofSelect = {
  id: true,
  designId: true,
  revisionNumber: true,
  kind: true,
  title: true,
  piece: true,
  note: true,
  sha256: true,
  createdAt: true,
  files: {
    orderBy: { filename: "asc" },
    select: {
      id: true,
      format: true,
      purpose: true,
      filename: true,
      mediaType: true,
      blobKey: true,
      bytes: true,
      sha256: true,
    },
  },
} satisfies Prisma.ProofSelect;

export type ProofRow = Prisma.ProofGetPayload<{ select: typeof proofSelect }>;

export const pieceOf = (row: { piece: Prisma.JsonValue }) => row.piece as unknown as ProofPiece;
