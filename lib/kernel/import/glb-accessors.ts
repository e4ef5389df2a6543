import type { Mesh } from "../mesh.ts";
import type { GltfJson, GltfPrimitive } from "./glb-json.ts";
import { coloursAt, type GlbPictures, pictureIndex } from "./glb-pictures.ts";
import { brokenFile, tooManyTriangles, unsupportedFile } from "./refusals.ts";
import { IMPORT_LIMITS } from "./types.ts";

type Read = (view: DataView, at: number) => number;

interface Component {
  bytes: number;
  read: Read;
  /** Largest value of a normalised integer. */
  most: number;
}

const COMPONENTS: Readonly<Record<number, Component>> = {
  5120: { bytes: 1, read: (view, at) => view.getInt8(at), most: 127 },
  5121: { bytes: 1, read: (view, at) => view.getUint8(at), most: 255 },
  5122: { bytes: 2, read: (view, at) => view.getInt16(at, true), most: 32_767 },
  5123: { bytes: 2, read: (view, at) => view.getUint16(at, true), most: 65_535 },
  5125: { bytes: 4, read: (view, at) => view.getUint32(at, true), most: 1 },
  5126: { bytes: 4, read: (view, at) => view.getFloat32(at, true), most: 1 },
};

const WIDTHS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4 };

const TRIANGLES = 4;
const STRIP = 5;
const FAN = 6;

/** Reads numbers out of a GLB's binary data, never beyond it. */
export class GlbAccessors {
  private readonly json: GltfJson;
  private readonly view: DataView;
  private readonly pictures: GlbPictures;

  constructor(json: GltfJson, binary: Uint8Array, pictures: GlbPictures) {
    this.json = json;
    this.pictures = pictures;
    this.view = new DataView(binary.buffer, binary.byteOffset, binary.length);
  }

  private find(index: number) {
    const accessor = this.json.accessors?.[index];
    if (!accessor) throw brokenFile("glb", "A mesh names data that is not there.");
    if (accessor.sparse !== undefined || accessor.bufferView === undefined) {
      throw unsupportedFile("glb", "Its data is sparse or compressed, which is not read here.");
    }
    const component = COMPONENTS[accessor.componentType];
    const width = WIDTHS[accessor.type];
    const bufferView = this.json.bufferViews?.[accessor.bufferView];
    if (!component || !width || !bufferView) throw brokenFile("glb", "Its data has no known type.");
    if (bufferView.buffer !== 0) throw unsupportedFile("glb", "Its data lies outside the file.");
    return { accessor, component, width, bufferView };
  }

  /** `keep` numbers of each element of an accessor, in a row. */
  private numbers<A extends Float32Array | Uint32Array>(
    index: number,
    keep: number,
    make: (length: number) => A,
  ): A {
    const { accessor, component, width, bufferView } = this.find(index);
    const { count, normalized } = accessor;
    if (count > IMPORT_LIMITS.vertices) throw tooManyTriangles(count / 3);
    const elementBytes = component.bytes * width;
    const stride = bufferView.byteStride || elementBytes;
    if (stride < elementBytes) throw brokenFile("glb", "Its data lies over itself.");
    const start = bufferView.byteOffset + accessor.byteOffset;
    const length = count === 0 ? 0 : stride * (count - 1) + elementBytes;
    const end = bufferView.byteOffset + bufferView.byteLength;
    if (width < keep || start + length > end || end > this.view.byteLength) {
      throw brokenFile("glb", "Its data ends too early.");
    }
    const scale = normalized ? 1 / component.most : 1;
    const out = make(count * keep);
    for (let i = 0; i < out.length; i++) {
      const at = start + Math.floor(i / keep) * stride + (i % keep) * component.bytes;
      out[i] = component.read(this.view, at) * scale;
    }
    return out;
  }

  private floats(index: number, keep = 3): Float32Array {
    return this.numbers(index, keep, (length) => new Float32Array(length));
  }

  /** The triangles of a primitive with their colour; null for points and lines. */
  meshOf({ attributes, indices, material, mode }: GltfPrimitive): Mesh | null {
    const { POSITION, COLOR_0 } = attributes;
    if (mode < TRIANGLES || POSITION === undefined) return null;
    const positions = this.floats(POSITION);
    const corners =
      indices === undefined
        ? Uint32Array.from({ length: positions.length / 3 }, (_, i) => i)
        : this.numbers(indices, 1, (length) => new Uint32Array(length));
    const factor = this.factorOf(material);
    const painted = this.paintedOf(attributes, material, positions.length);
    const colors = this.colorsOf(COLOR_0, factor, positions.length, painted);
    return { positions, indices: triangles(corners, mode), ...(colors && { colors }) };
  }

  private factorOf(material: number | undefined): readonly number[] | null {
    if (material === undefined) return null;
    const factor = this.json.materials?.[material]?.pbrMetallicRoughness?.baseColorFactor;
    return factor?.length === 4 ? factor : null;
  }

  /** The material's picture at the vertices, where it has one that was decoded. */
  private paintedOf(
    attributes: GltfPrimitive["attributes"],
    material: number | undefined,
    length: number,
  ): Float32Array | null {
    const picture = this.pictures.get(pictureIndex(this.json, material) ?? -1);
    const { texCoord = 0 } =
      this.json.materials?.[material ?? -1]?.pbrMetallicRoughness?.baseColorTexture ?? {};
    const accessor = attributes[`TEXCOORD_${texCoord}`];
    if (!picture || accessor === undefined) return null;
    const uvs = this.floats(accessor, 2);
    return 3 * uvs.length === 2 * length ? coloursAt(picture, uvs) : null;
  }

  private colorsOf(
    accessor: number | undefined,
    factor: readonly number[] | null,
    length: number,
    painted: Float32Array | null,
  ): Float32Array | null {
    const colors = accessor === undefined ? null : this.floats(accessor);
    if (colors && colors.length !== length) throw brokenFile("glb", "Its colours are too few.");
    if (!colors && !factor && !painted) return null;
    const plain = colors ?? new Float32Array(length).fill(1);
    const base = painted ? plain.map((value, i) => value * painted[i]!) : plain;
    return factor ? base.map((value, i) => value * factor[i % 3]!) : base;
  }
}

/** Strips and fans as single triangles. */
function triangles(corners: Uint32Array, mode: number): Uint32Array {
  if (mode === TRIANGLES) return corners.slice(0, corners.length - (corners.length % 3));
  const count = Math.max(0, corners.length - 2);
  const out = new Uint32Array(3 * count);
  for (let i = 0; i < count; i++) {
    const isOdd = mode === STRIP && i % 2 === 1;
    const first = mode === FAN ? 0 : i;
    out[3 * i] = corners[isOdd ? i + 1 : first]!;
    out[3 * i + 1] = corners[isOdd ? i : i + 1]!;
    out[3 * i + 2] = corners[i + 2]!;
  }
  return out;
}
