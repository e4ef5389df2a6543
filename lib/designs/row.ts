import type { Prisma } from "#generated/prisma/client.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Price } from "#lib/shared/money.ts";
import type { RevisionChanges, Spec } from "./types.ts";

/** What is read of a revision, with its pictures and files. */
export const revisionSelect = {
  id: true,
  designId: true,
  number: true,
  parentId: true,
  spec: true,
  prompt: true,
  enhancedPrompt: true,
  words: true,
  seed: true,
  engine: true,
  engineVersion: true,
  providerRequestId: true,
  measures: true,
  price: true,
  findings: true,
  meshHash: true,
  changes: true,
  createdAt: true,
  images: {
    where: { imageType: "2d", concept: { is: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      blobKey: true,
      width: true,
      height: true,
      view: true,
      seed: true,
      properties: true,
    },
  },
  files: {
    orderBy: { format: "asc" },
    select: {
      format: true,
      purpose: true,
      filename: true,
      blobKey: true,
      bytes: true,
      sha256: true,
    },
  },
} satisfies Prisma.RevisionSelect;

export type RevisionRow = Prisma.RevisionGetPayload<{ select: typeof revisionSelect }>;

/** What is read of a design; its newest revision comes first. */
export const designSelect = {
  id: true,
  workspaceId: true,
  createdById: true,
  conversationId: true,
  kind: true,
  title: true,
  headNumber: true,
  createdAt: true,
  updatedAt: true,
  revisions: { orderBy: { number: "desc" }, take: 1, select: revisionSelect },
} satisfies Prisma.DesignSelect;

export type DesignRow = Prisma.DesignGetPayload<{ select: typeof designSelect }>;

// Json columns hold what our own verbs wrote; these name their types once.
export const specOf = (row: { spec: Prisma.JsonValue }) => row.spec as Spec | null;
export const measuresOf = (row: { measures: Prisma.JsonValue }) =>
  row.measures as unknown as Measures | null;
export const priceOf = (row: { price: Prisma.JsonValue }) => row.price as unknown as Price | null;
export const findingsOf = (row: { findings: Prisma.JsonValue }) =>
  (row.findings ?? []) as unknown as Finding[];
export const changesOf = (row: { changes: Prisma.JsonValue }) =>
  row.changes as unknown as RevisionChanges | null;

/** Any plain value as a Json column takes it. */
export const toJson = (value: unknown) => value as Prisma.InputJsonValue;
