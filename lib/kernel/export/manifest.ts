import type { Exportable, ExportFile, Lineage } from "./types.ts";

const FRAME: Record<ExportFile["format"], { unit: string; up: string } | null> = {
  glb: { unit: "m", up: "Y" },
  stl: { unit: "mm", up: "Z" },
  "3mf": { unit: "mm", up: "Z" },
  obj: { unit: "mm", up: "Z" },
  usdz: { unit: "m", up: "Y" },
  svg: null,
  pdf: null,
  manifest: null,
};

/** What is listed of a file; `bytes` is how many it has. */
export type ListedFile = Omit<ExportFile, "bytes"> & { bytes: number };

type Described = Omit<Exportable, "parts">;

function measuresOf({ measures: m }: Described) {
  return {
    box_mm: m.boxMm,
    volume_mm3: m.volumeMm3,
    area_mm2: m.areaMm2,
    watertight: m.watertight,
    pieces: m.pieces,
    genus: m.genus,
    thinnest_wall_mm: m.thinnestWallMm,
    mass_g: m.massG,
    made_of: m.madeOf.map(({ material, volumeMm3, clothMm2, massG }) => ({
      material,
      volume_mm3: volumeMm3,
      cloth_mm2: clothMm2,
      mass_g: massG,
    })),
    mass_by_alloy: m.massByAlloy,
    total_carats: m.totalCarats,
    stones: m.stones.map(({ stone, cut, sizeMm, count, caratsEach }) => ({
      stone,
      cut,
      size_mm: sizeMm,
      count,
      carats_each: caratsEach,
    })),
    triangles: m.triangles,
  };
}

/** JSON that says what the files are: their units, sizes and hashes, the measures, and where they come from. */
export function writeManifest(
  piece: Described,
  files: readonly ListedFile[],
  lineage: Lineage,
): Uint8Array {
  const manifest = {
    manifest_version: 1,
    kind: piece.kind,
    words: piece.words,
    mesh_hash: piece.meshHash,
    lineage,
    measures: measuresOf(piece),
    files: files.map(({ format, filename, purpose, bytes, sha256 }) => ({
      filename,
      format,
      purpose,
      ...FRAME[format],
      bytes,
      sha256,
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
