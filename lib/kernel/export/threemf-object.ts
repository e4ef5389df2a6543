import { madeParts } from "../measure/measure-parts.ts";
import type { Mesh, Part } from "../mesh.ts";
import { isPainted } from "../render/paint.ts";
import { joinMeshes, placesOf } from "../solid/weld.ts";
import { appearanceOf, PictureShelf, toHex } from "./appearance.ts";
import { decimal } from "./bytes.ts";
import { escapeXml } from "./xml.ts";

/** Coordinates are written to a nanometre; fewer digits make slivers vanish. */
export const DIGITS = 6;
const QUANTUM_MM = 10 ** -DIGITS;
/** Id of the table of plain materials; those of pictures and colours follow. */
const MATERIALS_ID = 1;

/** Solids that are one object of the file: parts of one look together, painted ones alone. */
interface Body {
  name: string;
  part: Part;
  mesh: Mesh;
}

/** Resources of the model, in the order in which 3MF wants them, and the ids of its objects. */
export interface Resources {
  xml: string;
  objects: number[];
  /** Pictures by their path in the package. */
  pictures: PictureShelf;
}

function bodiesOf(parts: readonly Part[]): Body[] {
  const byLook = new Map<string, Part[]>();
  for (const [index, part] of madeParts(parts).entries()) {
    const key = isPainted(part) ? `painted ${index}` : appearanceOf(part).name;
    byLook.set(key, [...(byLook.get(key) ?? []), part]);
  }
  return [...byLook.values()].map((alike) => ({
    name: alike.length === 1 ? alike[0]!.name : alike[0]!.material,
    part: alike[0]!,
    mesh: alike.length === 1 ? alike[0]!.mesh : joinMeshes(alike.map(({ mesh }) => mesh)),
  }));
}

const coordinate = (value: number) => decimal(value, DIGITS);

/** Welded vertices; triangles keep, by their corners' own vertices, the properties `propertyOf` names. */
function meshXml(
  { positions, indices }: Mesh,
  lowMm: number,
  propertyOf: ((vertex: number) => number) | null,
): string {
  const lifted = positions.map((value, i) => (i % 3 === 2 ? value - lowMm : value));
  const { target, count } = placesOf(lifted, QUANTUM_MM);
  const vertices = new Array<string>(count);
  for (let v = target.length - 1; v >= 0; v--) {
    const [x, y, z] = [0, 1, 2].map((k) => coordinate(lifted[v * 3 + k]!));
    vertices[target[v]!] = `<vertex x="${x}" y="${y}" z="${z}"/>`;
  }
  const triangles: string[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const corners = [0, 1, 2].map((k) => indices[i + k]!);
    const [a, b, c] = corners.map((v) => target[v]!);
    if (a === b || b === c || c === a) continue;
    const paint = propertyOf ? corners.map((v, k) => ` p${k + 1}="${propertyOf(v)}"`).join("") : "";
    triangles.push(`<triangle v1="${a}" v2="${b}" v3="${c}"${paint && ` pid="PAINT"${paint}`}/>`);
  }
  return `<mesh><vertices>\n${vertices.join("\n")}\n</vertices><triangles>\n${triangles.join("\n")}\n</triangles></mesh>`;
}

/** Collects what objects refer to. */
class Table {
  readonly pictures = new PictureShelf();
  private readonly bases = new Map<string, string>();
  private readonly groups: string[] = [];
  private nextId = MATERIALS_ID + 1;

  takeId(): number {
    return this.nextId++;
  }

  /** Index of a plain look among the base materials. */
  baseOf(part: Part): number {
    const { name, colour } = appearanceOf(part);
    if (!this.bases.has(name)) {
      const display = isPainted(part) ? "#FFFFFFFF" : `${toHex(colour)}FF`;
      this.bases.set(name, `<base name="${escapeXml(name)}" displaycolor="${display}"/>`);
    }
    return [...this.bases.keys()].indexOf(name);
  }

  /** A group of the mesh's colours by vertex, each once; answers its id and the index of a vertex's colour. */
  coloursOf(colors: Float32Array) {
    const id = this.takeId();
    const found = new Map<string, number>();
    const indexOf = new Uint32Array(colors.length / 3);
    for (let v = 0; v < indexOf.length; v++) {
      const hex = toHex([...colors.subarray(v * 3, v * 3 + 3)]);
      if (!found.has(hex)) found.set(hex, found.size);
      indexOf[v] = found.get(hex)!;
    }
    const colours = [...found.keys()].map((hex) => `<m:color color="${hex}FF"/>`);
    this.groups.push(`<m:colorgroup id="${id}">${colours.join("")}</m:colorgroup>`);
    return { id, propertyOf: (vertex: number) => indexOf[vertex]! };
  }

  /** A picture and the places of a mesh's vertices on it; 3MF counts its rows from below. */
  pictureOf(part: Part, uvs: Float32Array) {
    const path = `/3D/Textures/${this.pictures.nameOf(part.texture!)}`;
    const pictureId = this.takeId();
    const id = this.takeId();
    const places: string[] = [];
    for (let i = 0; i < uvs.length; i += 2)
      places.push(`<m:tex2coord u="${coordinate(uvs[i]!)}" v="${coordinate(1 - uvs[i + 1]!)}"/>`);
    this.groups.push(
      `<m:texture2d id="${pictureId}" path="${path}" contenttype="image/png" tilestyleu="wrap" tilestylev="wrap"/>`,
      `<m:texture2dgroup id="${id}" texid="${pictureId}">${places.join("")}</m:texture2dgroup>`,
    );
    return { id, propertyOf: (vertex: number) => vertex };
  }

  paintOf(part: Part) {
    const { uvs, colors } = part.mesh;
    if (part.texture && uvs) return this.pictureOf(part, uvs);
    return colors ? this.coloursOf(colors) : null;
  }

  xml(): string {
    const bases = [...this.bases.values()].join("");
    return `<basematerials id="${MATERIALS_ID}">${bases}</basematerials>\n${this.groups.join("\n")}`;
  }
}

/** What is made, as objects with their materials, colours and pictures; z is counted from `lowMm`. */
export function resourcesOf(parts: readonly Part[], kind: string, lowMm: number): Resources {
  const table = new Table();
  const objects: number[] = [];
  const xml: string[] = [];
  const bodies = bodiesOf(parts);
  for (const { name, part, mesh } of bodies) {
    const base = table.baseOf(part);
    const paint = table.paintOf(part);
    const id = table.takeId();
    const body = meshXml(mesh, lowMm, paint?.propertyOf ?? null);
    const painted = paint ? body.replaceAll('pid="PAINT"', `pid="${paint.id}"`) : body;
    const title = escapeXml(bodies.length === 1 ? kind : name);
    objects.push(id);
    xml.push(
      `<object id="${id}" name="${title}" type="model" pid="${MATERIALS_ID}" pindex="${base}">${painted}</object>`,
    );
  }
  if (objects.length > 1) {
    const whole = table.takeId();
    const components = objects.map((id) => `<component objectid="${id}"/>`).join("");
    xml.push(
      `<object id="${whole}" name="${escapeXml(kind)}" type="model"><components>${components}</components></object>`,
    );
    objects.push(whole);
  }
  return { xml: `${table.xml()}\n${xml.join("\n")}`, objects, pictures: table.pictures };
}
