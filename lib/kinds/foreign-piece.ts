import type { Finding } from "../kernel/finding.ts";
import { type Adopted, adoptMesh } from "../kernel/import/adopt-mesh.ts";
import type { GlbPictures } from "../kernel/import/glb-pictures.ts";
import { importMesh } from "../kernel/import/import-mesh.ts";
import type { Part, Quality } from "../kernel/mesh.ts";
import type { SolidKernel } from "../kernel/solid/kernel.ts";
import { invalidInput } from "../shared/errors.ts";
import { getMaterial } from "../shared/materials.ts";
import type { Adoption, Kind } from "./kind.ts";
import { finishPiece, type Piece, type PieceOptions } from "./piece.ts";

/** A model of somebody else, as a file. */
export interface ForeignFile {
  bytes: Uint8Array;
  /** Its ending says the format where the bytes do not. */
  filename: string;
  up?: "y" | "z";
}

/**
 * The shape of a file as the kind takes it, coloured by its decoded pictures: read, stood upright, scaled, mended. Throws `invalid_input` where the kind
 * takes no foreign model or the file holds none, and what `importMesh` throws.
 */
export function adoptForeign(
  kernel: SolidKernel,
  { bytes, filename, up }: ForeignFile,
  adoption: Adoption,
  pictures?: GlbPictures,
): Adopted {
  return adoptMesh(kernel, importMesh(bytes, filename, pictures), {
    ...adoption,
    ...(up && { up }),
  });
}

/** What the spec asks of a shape that was made elsewhere. Throws `invalid_input` where the kind takes none. */
export function adoptionOf<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
): Adoption {
  const adoption = kind.adopt?.(spec);
  if (adoption) return adoption;
  throw invalidInput(`A ${kind.title.toLowerCase()} is built, not taken from a file.`);
}

/** A piece whose shape was made elsewhere, measured, checked and priced like any other. */
export function foreignPiece<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
  { mesh, steps }: Adopted,
  quality: Quality,
  options: PieceOptions = {},
): Piece<Spec> {
  const { material, words } = adoptionOf(kind, spec);
  const { colors, ...bare } = mesh;
  const part: Part = {
    ...{ name: kind.id, role: "body", material },
    mesh: colors && isColoured(material) ? mesh : bare,
  };
  const findings = [mendedFinding(material, steps)];
  return finishPiece(kind, spec, [part], quality, { ...options, words, findings });
}

const isColoured = (material: string): boolean =>
  getMaterial(material).processes.includes("full-colour" as never);

/** What was mended, so that nobody takes the shape for untouched. */
function mendedFinding(material: string, steps: readonly string[]): Finding {
  return {
    rule: "made-elsewhere",
    process: getMaterial(material).processes[0] ?? "sla",
    status: "pass",
    value: steps.length,
    limit: null,
    unit: "count",
    at: null,
    message: steps.length === 0 ? "The model came whole." : steps.join(" "),
  };
}
