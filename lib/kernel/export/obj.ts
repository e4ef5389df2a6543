import { strToU8, type Zippable, zipSync } from "fflate";
import type { Mesh, Part } from "../mesh.ts";
import { withCreaseNormals } from "../solid/normals.ts";
import { type Appearance, appearanceOf, PictureShelf, toCode } from "./appearance.ts";
import { decimal } from "./bytes.ts";
import { writePng } from "./png.ts";
import type { Exportable, Lineage } from "./types.ts";

const ZIP_TIME = new Date(1980, 0, 1);
const DIGITS = 6;

/** A name that OBJ's readers take for one word. */
const asWord = (text: string) => text.replace(/[^A-Za-z0-9_.-]/g, "_");

/** Vertices counted over the whole file, from 1. */
interface Counts {
  places: number;
  uvs: number;
}

function rows(keyword: string, values: Float32Array, width: number, digits: number): string[] {
  const lines: string[] = [];
  for (let i = 0; i < values.length; i += width) {
    const row = Array.from(values.subarray(i, i + width), (v) => decimal(v, digits));
    lines.push(`${keyword} ${row.join(" ")}`);
  }
  return lines;
}

/** Vertices; those of a mesh with colours have them behind the place, as common readers take them. */
function places({ positions, colors }: Mesh): string[] {
  const lines = rows("v", positions, 3, DIGITS);
  if (!colors) return lines;
  return lines.map((line, v) => {
    const rgb = Array.from(colors.subarray(v * 3, v * 3 + 3), (c) => decimal(toCode(c) / 255, 4));
    return `${line} ${rgb.join(" ")}`;
  });
}

function faces({ indices, uvs }: Mesh, before: Counts): string[] {
  const corner = (index: number) => {
    const place = index + 1 + before.places;
    return `${place}/${uvs ? index + 1 + before.uvs : ""}/${place}`;
  };
  const lines: string[] = [];
  for (let i = 0; i < indices.length; i += 3)
    lines.push(`f ${corner(indices[i]!)} ${corner(indices[i + 1]!)} ${corner(indices[i + 2]!)}`);
  return lines;
}

function objectLines(part: Part, material: string, counts: Counts): string[] {
  const mesh = part.mesh.normals ? part.mesh : withCreaseNormals(part.mesh);
  // OBJ counts a picture's rows from below.
  const uvs = mesh.uvs?.map((value, i) => (i % 2 === 1 ? 1 - value : value));
  const lines = [
    `o ${asWord(part.name)}`,
    ...places(mesh),
    ...(uvs ? rows("vt", uvs, 2, DIGITS) : []),
    ...rows("vn", mesh.normals!, 3, 4),
    `usemtl ${material}`,
    ...faces(mesh, counts),
  ];
  counts.places += mesh.positions.length / 3;
  counts.uvs += uvs ? uvs.length / 2 : 0;
  return lines;
}

/** With the physically based keys that newer readers know, beside those of 1995. */
function materialLines(look: Appearance, picture: string | null): string[] {
  const colour = look.colour.map((v) => decimal(toCode(v) / 255, 4)).join(" ");
  const shine = Math.round(1000 * (1 - look.roughness) ** 2);
  return [
    `newmtl ${asWord(look.name)}`,
    `Kd ${colour}`,
    `Ks ${look.metallic ? colour : "0.04 0.04 0.04"}`,
    `Ns ${shine}`,
    `Ni ${decimal(look.refractiveIndex, 3)}`,
    `d ${look.opacity}`,
    `illum ${look.opacity < 1 ? 4 : 2}`,
    `Pr ${decimal(look.roughness, 3)}`,
    `Pm ${look.metallic}`,
    ...(picture ? [`map_Kd ${picture}`] : []),
    "",
  ];
}

/**
 * ZIP of OBJ, MTL and pictures of all parts: mm, Z up, as designed. Vertex normals are shared with places, pictures
 * lie by `vt`. The same piece and lineage give the same bytes.
 */
export function writeObjZip(piece: Exportable, lineage: Lineage): Uint8Array {
  const shelf = new PictureShelf();
  const counts: Counts = { places: 0, uvs: 0 };
  const name = asWord(piece.kind);
  const about = Object.entries({ ...lineage, mesh_hash: piece.meshHash });
  const lines = [
    `# ${piece.words}`,
    "# mm, Z up",
    ...about.map(([key, value]) => `# ${key}: ${value.replace(/\s+/g, " ")}`),
    `mtllib ${name}.mtl`,
  ];
  const objects: string[][] = [];
  const materials = new Map<string, string[]>();
  for (const part of piece.parts) {
    const look = appearanceOf(part);
    const picture = look.picture ? shelf.nameOf(look.picture) : null;
    const named = picture ? { ...look, name: `${look.name}-${picture.slice(0, -4)}` } : look;
    materials.set(named.name, materialLines(named, picture));
    objects.push(objectLines(part, asWord(named.name), counts));
  }
  const text = (content: string[]) => strToU8(`${content.join("\n")}\n`);
  const files: Zippable = {
    [`${name}.obj`]: text([lines, ...objects].flat()),
    [`${name}.mtl`]: text([...materials.values()].flat()),
  };
  for (const picture of shelf.pictures) files[shelf.nameOf(picture)] = writePng(picture);
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}
