import {
  type BufferAttribute,
  type Material,
  Mesh,
  type MeshStandardMaterial,
  type Texture,
} from "three";
import { GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import type { Part } from "#lib/kernel/mesh.ts";

/** A model file of ours as parts in the kernel's frame: mm, Z up. Rejects where it cannot be read. */
export async function readGlb(url: string): Promise<Part[]> {
  const { scene } = await new GLTFLoader().loadAsync(url);
  // Files are metres with Y up.
  scene.rotation.x = Math.PI / 2;
  scene.scale.setScalar(1000);
  scene.updateMatrixWorld(true);
  const parts: Part[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) parts.push(toPart(object));
  });
  return parts;
}

function toPart(object: Mesh): Part {
  const geometry = object.geometry.clone().applyMatrix4(object.matrixWorld);
  const { position, normal, uv, color } = geometry.attributes as Record<string, BufferAttribute>;
  const count = position!.count;
  const indices = geometry.index
    ? Uint32Array.from(geometry.index.array)
    : Uint32Array.from({ length: count }, (_, at) => at);
  const texture = textureOf(object.material);
  const colour = color || texture ? null : colourOf(object.material);
  return {
    name: object.name,
    role: "body",
    material: "resin-standard",
    mesh: {
      positions: Float32Array.from(position!.array),
      indices,
      ...(normal && { normals: Float32Array.from(normal.array) }),
      ...(uv && { uvs: Float32Array.from(uv.array) }),
      ...(color && { colors: threeOf(color) }),
    },
    ...(texture && { texture }),
    ...(colour && { colour }),
  };
}

/** Colours without their fourth component. */
function threeOf(color: BufferAttribute): Float32Array {
  const colors = new Float32Array(color.count * 3);
  for (let at = 0; at < color.count; at++) {
    colors.set([color.getX(at), color.getY(at), color.getZ(at)], at * 3);
  }
  return colors;
}

const colourOf = (material: Material | Material[]): string =>
  `#${(material as MeshStandardMaterial).color.getHexString()}`;

function textureOf(material: Material | Material[]): Part["texture"] {
  const map = (material as MeshStandardMaterial).map as Texture<ImageBitmap> | null;
  if (!map?.image) return undefined;
  const { width, height } = map.image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) return undefined;
  context.drawImage(map.image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) rgb.set(data.subarray(at * 4, at * 4 + 3), at * 3);
  return { width, height, rgb };
}
