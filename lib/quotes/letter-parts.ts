import sharp from "sharp";
import type { Ctx } from "#lib/context.ts";
import type { ProofRow } from "#lib/proofs/row.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import type { Letter } from "#lib/workshop/sheet/write-letter.ts";
import type { OfferLine } from "./lines.ts";
import { money } from "./notices.ts";

const PICTURE_PX = 560;

const UNITS: Record<OfferLine["unit"], string> = {
  piece: "",
  g: " g",
  ct: " ct",
  h: " h",
  cm3: " cm³",
  m2: " m²",
};

/** The lines of an offer as a table of a letter, their sum last. */
export function priceTable(
  title: string,
  lines: readonly OfferLine[],
  { currency, totalMinor }: { currency: string; totalMinor: number },
): Letter["tables"][number] {
  const rows = lines.map(({ label, quantity, unit, unitMinor, amountMinor }) => ({
    label,
    basis: `${quantity}${UNITS[unit]} × ${money(unitMinor, currency)}`,
    value: money(amountMinor, currency),
  }));
  const total = { label: "Total", basis: "", value: money(totalMinor, currency), isTotal: true };
  return { title, rows: [...rows, total] };
}

/** What is known of the piece itself. */
export function pieceFacts(proof: ProofRow): [string, string][] {
  const { measures } = pieceOf(proof);
  const facts: [string, string][] = [["Version of the design", String(proof.revisionNumber)]];
  if (!measures) return facts;
  const { boxMm, massG, thinnestWallMm, totalCarats } = measures;
  facts.push(["Size", `${boxMm.map((mm) => mm.toFixed(1)).join(" × ")} mm`]);
  facts.push(["Weight of one", `${massG.toFixed(2)} g`]);
  if (totalCarats > 0) facts.push(["Stones", `${totalCarats.toFixed(2)} ct`]);
  if (thinnestWallMm !== null) facts.push(["Thinnest wall", `${thinnestWallMm.toFixed(2)} mm`]);
  return facts;
}

/** The proof's first picture as a JPEG; null where it has none. */
export async function proofPicture(
  ctx: Pick<Ctx, "adapters">,
  proof: ProofRow,
): Promise<Uint8Array | null> {
  const picture = proof.files.find(({ format }) => format === "picture");
  if (!picture) return null;
  const shown = sharp(await ctx.adapters.blob.read(picture.blobKey))
    .resize({ width: PICTURE_PX, height: PICTURE_PX, fit: "inside" })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 85 });
  return new Uint8Array(await shown.toBuffer());
}

/** A name a file can have, from a title. */
export const fileNameOf = (title: string, what: string): string =>
  `${title.replace(/[^\p{L}\p{N} _-]/gu, "").trim() || "piece"} ${what}.pdf`;
