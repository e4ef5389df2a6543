import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  Mesh,
  MeshStandardMaterial,
  type Texture,
} from "three";
import { toCreasedNormals } from "three/examples/jsm/utils/BufferGeometryUtils.js";
import type { Mesh as KernelMesh, Part } from "#lib/kernel/mesh.ts";
import { metalLook } from "../look.ts";

/** Edges sharper than this stay edges when the kernel gave no normals, radians. */
const CREASE = 0.6;

/** A polished metal part under the studio's light. */
export function createMetal(part: Part, environment: Texture): Mesh {
  const look = metalLook(part.material, part.finish);
  const material = new MeshStandardMaterial({
    color: look.color,
    metalness: look.metalness,
    roughness: look.roughness,
    envMap: environment,
    envMapIntensity: 1.05,
    side: DoubleSide,
  });
  return new Mesh(toGeometry(part.mesh), material);
}

export function toGeometry(mesh: KernelMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(mesh.positions, 3));
  if (mesh.uvs) geometry.setAttribute("uv", new BufferAttribute(mesh.uvs, 2));
  if (mesh.colors) geometry.setAttribute("color", new BufferAttribute(mesh.colors, 3));
  geometry.setIndex(new BufferAttribute(mesh.indices, 1));
  if (!mesh.normals) return toCreasedNormals(geometry, CREASE);
  geometry.setAttribute("normal", new BufferAttribute(mesh.normals, 3));
  return geometry;
}
