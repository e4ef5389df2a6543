import { z } from "zod";
import type { Prisma } from "#generated/prisma/client.ts";

export const caseSelect = {
  id: true,
  origin: true,
  status: true,
  subjectType: true,
  subjectId: true,
  category: true,
  reason: true,
  excerpt: true,
  source: true,
  appeal: true,
  outcome: true,
  note: true,
  createdAt: true,
  openedAt: true,
  resolvedAt: true,
} satisfies Prisma.ModerationCaseSelect;

export type CaseView = Prisma.ModerationCaseGetPayload<{ select: typeof caseSelect }>;

/** A case over the wire. */
export const caseForm = z.object({
  id: z.string(),
  origin: z.enum(["check", "report"]),
  status: z.enum(["decided", "open", "resolved"]),
  subjectType: z.string(),
  subjectId: z.string().nullable(),
  category: z.string(),
  reason: z.string(),
  excerpt: z.string().nullable(),
  source: z.string(),
  appeal: z.string().nullable(),
  outcome: z.enum(["allowed", "kept", "removed"]).nullable(),
  note: z.string().nullable(),
  createdAt: z.string(),
  openedAt: z.string().nullable(),
  resolvedAt: z.string().nullable(),
});

export const LONGEST_WORDS = 2000;
