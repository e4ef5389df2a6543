import { sha256Hex } from "../sha256.ts";
import { fileNameOf } from "./file-names.ts";
import { writeGlb } from "./glb.ts";
import { writeManifest } from "./manifest.ts";
import { writeObjZip } from "./obj.ts";
import { writeStl } from "./stl.ts";
import { write3mf } from "./threemf.ts";
import type { Exportable, ExportFile, Lineage, ModelFormat } from "./types.ts";
import { writeUsdz } from "./usdz.ts";
import { writeViewsSvg } from "./views-svg.ts";

const isCast = ({ parts }: Exportable) => parts.some(({ role }) => role === "metal");

export interface ExportOptions {
  /** PNG for formats that carry a picture of what is in them. */
  thumbnail?: Uint8Array | undefined;
  /** Files made elsewhere that belong to the piece and stand in the manifest. */
  documents?: readonly ExportFile[];
}

async function write(
  piece: Exportable,
  format: ModelFormat,
  lineage: Lineage,
  { thumbnail }: ExportOptions,
): Promise<Uint8Array> {
  switch (format) {
    case "glb":
      return writeGlb(piece, lineage);
    case "stl":
      return writeStl(piece.parts, piece.words);
    case "3mf":
      return write3mf(piece, lineage, thumbnail);
    case "obj":
      return writeObjZip(piece, lineage);
    case "usdz":
      return writeUsdz(piece, lineage);
    case "svg":
      return writeViewsSvg(piece, lineage);
  }
}

/**
 * The files of a piece in the order asked for, then other documents, and last a manifest of them. GLB, USDZ and OBJ
 * hold everything (GLB and USDZ in metres); STL and 3MF hold what is made, in mm; SVG is a drawing. The same piece
 * and lineage give the same bytes.
 */
export async function exportPiece(
  piece: Exportable,
  formats: readonly ModelFormat[],
  lineage: Lineage = {},
  options: ExportOptions = {},
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  const named = { kind: piece.kind, cast: isCast(piece) };
  for (const format of formats) {
    const bytes = await write(piece, format, lineage, options);
    files.push({ ...fileNameOf(format, named), bytes, sha256: sha256Hex(bytes) });
  }
  files.push(...(options.documents ?? []));
  const listed = files.map((file) => ({ ...file, bytes: file.bytes.length }));
  const bytes = writeManifest(piece, listed, lineage);
  return [...files, { ...fileNameOf("manifest", named), bytes, sha256: sha256Hex(bytes) }];
}
