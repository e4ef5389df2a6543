import type { Ctx } from "#lib/context.ts";
import type { Spec } from "#lib/designs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import type { Price } from "#lib/shared/money.ts";
import { type ProofRow, pieceOf } from "./row.ts";

export interface ProofFileView {
  format: string;
  purpose: string;
  filename: string;
  url: string;
  bytes: number;
  sha256: string;
}

/** A locked revision as both sides see it. */
export interface ProofView {
  id: string;
  designId: string;
  revision: number;
  kind: string;
  title: string;
  words: string | null;
  spec: Spec | null;
  measures: Measures | null;
  price: Price | null;
  findings: Finding[];
  note: string | null;
  sha256: string;
  /** Pictures, the first one as it is shown in lists. */
  pictures: ProofFileView[];
  files: ProofFileView[];
  createdAt: Date;
}

const LINK_SECONDS = 24 * 60 * 60;

/** A proof with its files behind links that expire after a day. */
export async function toProofView(ctx: Pick<Ctx, "adapters">, row: ProofRow): Promise<ProofView> {
  const { spec, words, measures, price, findings } = pieceOf(row);
  const files = await Promise.all(row.files.map((file) => toFileView(ctx, file)));
  return {
    id: row.id,
    designId: row.designId,
    revision: row.revisionNumber,
    kind: row.kind,
    title: row.title,
    ...{ words, spec, measures, price, findings },
    note: row.note,
    sha256: row.sha256,
    pictures: files.filter(({ format }) => format === "picture"),
    files: files.filter(({ format }) => format !== "picture"),
    createdAt: row.createdAt,
  };
}

async function toFileView(
  ctx: Pick<Ctx, "adapters">,
  file: ProofRow["files"][number],
): Promise<ProofFileView> {
  const { format, purpose, filename, bytes, sha256 } = file;
  const url = await ctx.adapters.blob.signedUrl(file.blobKey, {
    expiresInSeconds: LINK_SECONDS,
    filename,
    disposition: format === "picture" ? "inline" : "attachment",
  });
  return { format, purpose, filename, url, bytes, sha256 };
}
