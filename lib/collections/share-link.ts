import { createHash } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";

/** A link by which a collection is shown, without its token. */
export interface ShareLinkView {
  id: string;
  expiresAt: Date;
  /** When somebody first looked; null: nobody yet. */
  openedAt: Date | null;
  createdAt: Date;
}

export const linkSelect = {
  id: true,
  expiresAt: true,
  openedAt: true,
  createdAt: true,
} satisfies Prisma.ShareLinkSelect;

/** Only this is kept: who reads the table can open nothing. */
export const hashOfToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** Path of the page a link leads to. */
export const sharePath = (token: string) => `/c/${token}`;
