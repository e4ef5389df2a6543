import { sha256Hex } from "../sha256.ts";
import { writeGlb } from "./glb.ts";
import { writeManifest } from "./manifest.ts";
import { writeStl } from "./stl.ts";
import { write3mf } from "./threemf.ts";
import type { Exportable, ExportFile, Lineage, ModelFormat } from "./types.ts";

const PURPOSE = { glb: "view", stl: "cast", "3mf": "print" } as const;

async function write(
  piece: Exportable,
  format: ModelFormat,
  lineage: Lineage,
): Promise<Uint8Array> {
  switch (format) {
    case "glb":
      return writeGlb(piece, lineage);
    case "stl":
      return writeStl(piece.parts, piece.words);
    case "3mf":
      return write3mf(piece, lineage);
  }
}

/**
 * The files of a piece in the order asked for, and last a manifest of them. GLB holds everything in
 * metres; STL and 3MF hold what is made, in mm. The same piece and lineage give the same bytes.
 */
export async function exportPiece(
  piece: Exportable,
  formats: readonly ModelFormat[],
  lineage: Lineage = {},
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  for (const format of formats) {
    const bytes = await write(piece, format, lineage);
    const purpose = PURPOSE[format];
    const filename = `${piece.kind}-${purpose}.${format}`;
    files.push({ format, filename, purpose, bytes, sha256: sha256Hex(bytes) });
  }
  const bytes = writeManifest(piece, files, lineage);
  const manifest = { format: "manifest", filename: `${piece.kind}-manifest.json` } as const;
  return [...files, { ...manifest, purpose: "view", bytes, sha256: sha256Hex(bytes) }];
}
