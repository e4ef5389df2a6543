import type { BroughtMesh } from "../../kernel/import/packed-mesh.ts";
import { reduceColoured } from "../../kernel/import/reduce-coloured.ts";
import { boxOf, sizeOf } from "../../kernel/measure/extent.ts";
import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { getMaterial } from "../../shared/materials.ts";
import { type BuildAssets, meshOf } from "../assets.ts";
import type { ModelSpec } from "./schema.ts";

/** A preview has at most so many triangles. */
const PREVIEW_FACES = 40_000;

/** What stands for a file while there is none: a cube with a bore, 20 mm, as printers are tried with. */
const SAMPLE_MM = 20;
const SAMPLE_BORE_MM = 8;

function sampleMesh(kernel: SolidKernel): Mesh {
  return kernel.scope(() => {
    const cube = kernel.cube([SAMPLE_MM, SAMPLE_MM, SAMPLE_MM], true);
    const bore = kernel.cylinder(2 * SAMPLE_MM, SAMPLE_BORE_MM / 2, SAMPLE_BORE_MM / 2, 64, true);
    return kernel.toMesh(kernel.difference(cube, [bore]));
  });
}

function scaled(mesh: Mesh, heightMm: number): Mesh {
  const scale = heightMm / sizeOf(boxOf([mesh]))[2];
  return { ...mesh, positions: mesh.positions.map((value) => value * scale) };
}

/** The file a spec names; null where it names none. */
export const broughtOf = (spec: ModelSpec, assets: BuildAssets | undefined): BroughtMesh | null =>
  meshOf(assets, spec.mesh);

/** The model's mesh at its height, as closed or open as it is. */
export function buildModel(
  spec: ModelSpec,
  kernel: SolidKernel,
  quality: Quality,
  assets?: BuildAssets,
): Part[] {
  const given = broughtOf(spec, assets)?.mesh ?? sampleMesh(kernel);
  const mesh = quality === "preview" ? reduceColoured(given, PREVIEW_FACES) : given;
  const isColoured = getMaterial(spec.material).processes.includes("full-colour" as never);
  const { colors: _, ...bare } = mesh;
  const shown = isColoured ? mesh : bare;
  const { material, heightMm } = spec;
  return [{ name: "model", role: "body", material, mesh: scaled(shown, heightMm) }];
}
