import { volumeOf } from "../measure/extent.ts";
import type { Mesh, Part } from "../mesh.ts";
import type { Swatch } from "./cloth/swatch.ts";
import type { Fabric, Weave } from "./design.ts";
import { type Grid, type SheetOptions, sheetMesh } from "./sheet.ts";
import { facingOut } from "./trim.ts";

/** Which cloth of the material table a weave is cut from; coats are of wool. */
export const CLOTHS: Record<Weave, string> = {
  plain: "fabric-cotton-poplin",
  twill: "fabric-cotton-twill",
  satin: "fabric-satin",
  knit: "fabric-jersey",
  denim: "fabric-denim",
};

export const clothOf = ({ weave, gsm }: Fabric, isCoat: boolean): string =>
  isCoat && weave === "twill" && gsm >= 280 ? "fabric-wool-coating" : CLOTHS[weave];

/** Bulk density of woven cloth, g/cm³: 120 g/m² of poplin is about 0.27 mm thick, 400 g/m² of denim 0.9 mm. */
const CLOTH_G_PER_CM3 = 0.45;

export const thicknessOf = ({ gsm }: Fabric) => gsm / 1000 / CLOTH_G_PER_CM3;

/** How cloth parts of one garment are made. */
export interface ClothMaker {
  material: string;
  thicknessMm: number;
  main: Swatch;
  trim: Swatch;
}

/** A panel of the garment's cloth. */
export function clothPart(
  name: string,
  grid: Grid,
  side: SheetOptions["side"],
  maker: ClothMaker,
): Part {
  const { material, thicknessMm, main } = maker;
  const mesh = sheetMesh(grid, { thicknessMm, side, perMm: 1 / main.tileMm });
  return { name, role: "cloth", material, mesh: facing(mesh), texture: main.texture };
}

const facing = (mesh: Mesh) => facingOut(mesh, volumeOf(mesh));

/** A strip or collar of the trimming colour; its `uvs` are in mm. */
export function trimPart(name: string, mesh: Mesh, { material, trim }: ClothMaker): Part {
  const uvs = mesh.uvs?.map((mm) => mm / trim.tileMm);
  const turned = facing(mesh);
  return {
    name,
    role: "cloth",
    material,
    mesh: uvs ? { ...turned, uvs } : turned,
    texture: trim.texture,
  };
}
