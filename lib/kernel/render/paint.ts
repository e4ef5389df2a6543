import type { Mesh, Part } from "../mesh.ts";
import type { Light, Rgb } from "./colour.ts";
import { sharedFloats, sharedOctets } from "./shared-arrays.ts";

export const PLAIN = 0;
export const BY_VERTEX = 1;
export const BY_PICTURE = 2;

/** Where a part's colour comes from, beside its surface. One shape for all sorts: the tracer asks at every hit. */
export interface Paint {
  sort: typeof PLAIN | typeof BY_VERTEX | typeof BY_PICTURE;
  /** Where the values of the joined mesh's triangle 0 would lie, if it were the part's. */
  from: number;
  width: number;
  height: number;
  texels: Uint8Array;
}

/** Paints × parts, and their linear rgb or uv × three corners × triangles, in shared memory. */
export interface Paints {
  byPart: Paint[];
  values: Float32Array;
}

const NO_TEXELS = new Uint8Array(0);
const UNPAINTED: Paint = { sort: PLAIN, from: 0, width: 0, height: 0, texels: NO_TEXELS };

/** Linear light by 8-bit sRGB code. */
const LINEAR = Float32Array.from({ length: 256 }, (_, code) => toLinear(code / 255));

function toLinear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Linear rgb of `#rrggbb`. */
export function linearOf(colour: string): Rgb {
  const code = Number.parseInt(colour.slice(1), 16);
  return [LINEAR[(code >> 16) & 255]!, LINEAR[(code >> 8) & 255]!, LINEAR[code & 255]!];
}

const isByPicture = ({ texture, mesh }: Part) => texture !== undefined && mesh.uvs !== undefined;

/** True for a part with a picture or colours by vertex. */
export const isPainted = (part: Part) => isByPicture(part) || part.mesh.colors !== undefined;

/** Collects the colours of a piece's parts, in the order in which its triangles are joined. */
export function collectPaints(parts: readonly Part[]): Paints {
  const widths = parts.map(widthOf);
  const corners = parts.map(({ mesh }) => mesh.indices.length);
  const values = sharedFloats(widths.reduce((sum, width, p) => sum + width * corners[p]!, 0));
  const byPart: Paint[] = [];
  let at = 0;
  let corner = 0;
  for (const [p, part] of parts.entries()) {
    const width = widths[p]!;
    byPart.push(paintOf(part, at - corner * width));
    at = gather(part.mesh, width, values, at);
    corner += corners[p]!;
  }
  return { byPart, values };
}

/** Values that a corner takes: uv, linear rgb, or none. */
function widthOf(part: Part): number {
  if (isByPicture(part)) return 2;
  return isPainted(part) ? 3 : 0;
}

function paintOf(part: Part, from: number): Paint {
  const { texture } = part;
  if (!isPainted(part)) return UNPAINTED;
  if (!texture || !part.mesh.uvs) return { ...UNPAINTED, sort: BY_VERTEX, from };
  const texels = sharedOctets(texture.rgb.length);
  texels.set(texture.rgb);
  return { sort: BY_PICTURE, from, width: texture.width, height: texture.height, texels };
}

function gather(mesh: Mesh, width: number, values: Float32Array, start: number): number {
  const source = width === 2 ? mesh.uvs : mesh.colors;
  if (width === 0 || !source) return start;
  let at = start;
  for (const index of mesh.indices)
    for (let k = 0; k < width; k++) values[at++] = source[index * width + k]!;
  return at;
}

/** Sets `out` to the linear colour at a hit of a painted part; u and v weigh the second and third corner. */
export function paintAt(
  paint: Paint,
  values: Float32Array,
  triangle: number,
  u: number,
  v: number,
  out: Light,
): void {
  const w = 1 - u - v;
  if (paint.sort === BY_VERTEX) {
    const at = paint.from + triangle * 9;
    out.r = values[at]! * w + values[at + 3]! * u + values[at + 6]! * v;
    out.g = values[at + 1]! * w + values[at + 4]! * u + values[at + 7]! * v;
    out.b = values[at + 2]! * w + values[at + 5]! * u + values[at + 8]! * v;
    return;
  }
  const at = paint.from + triangle * 6;
  const across = values[at]! * w + values[at + 2]! * u + values[at + 4]! * v;
  const down = values[at + 1]! * w + values[at + 3]! * u + values[at + 5]! * v;
  texelAt(paint, across, down, out);
}

/** Bilinear in linear light; the picture repeats. */
function texelAt({ width, height, texels }: Paint, u: number, v: number, out: Light): void {
  const x = (u - Math.floor(u)) * width - 0.5;
  const y = (v - Math.floor(v)) * height - 0.5;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const low = y - top;
  const x0 = (left + width) % width;
  const x1 = (left + 1) % width;
  const y0 = ((top + height) % height) * width;
  const y1 = ((top + 1) % height) * width;
  const a = (y0 + x0) * 3;
  const b = (y0 + x1) * 3;
  const c = (y1 + x0) * 3;
  const d = (y1 + x1) * 3;
  const wa = (1 - right) * (1 - low);
  const wb = right * (1 - low);
  const wc = (1 - right) * low;
  const wd = right * low;
  out.r = mixed(texels[a]!, texels[b]!, texels[c]!, texels[d]!, wa, wb, wc, wd);
  out.g = mixed(texels[a + 1]!, texels[b + 1]!, texels[c + 1]!, texels[d + 1]!, wa, wb, wc, wd);
  out.b = mixed(texels[a + 2]!, texels[b + 2]!, texels[c + 2]!, texels[d + 2]!, wa, wb, wc, wd);
}

function mixed(
  a: number,
  b: number,
  c: number,
  d: number,
  wa: number,
  wb: number,
  wc: number,
  wd: number,
): number {
  return LINEAR[a]! * wa + LINEAR[b]! * wb + LINEAR[c]! * wc + LINEAR[d]! * wd;
}
