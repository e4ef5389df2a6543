import {
  BufferAttribute,
  BufferGeometry,
  type Color,
  type CubeTexture,
  DataTexture,
  FloatType,
  Mesh,
  RGBAFormat,
  ShaderMaterial,
  Vector3,
} from "three";
import type { Mesh as KernelMesh, Part } from "#lib/kernel/mesh.ts";
import { stoneLook } from "../look.ts";
import { gemFragmentShader, gemVertexShader } from "./gem-shader.ts";
import { boxOf } from "./views.ts";

/** Facet normals closer than this (cosine) belong to one facet. */
const SAME_FACET = 0.99995;

/**
 * All stones of one sort as a single object: one draw call however many pavé stones there are.
 * @param setting linear colour of the metal around them
 * @param bounces how often light is followed inside, 2 to 8
 */
export function createGems(
  parts: Part[],
  studio: CubeTexture,
  setting: Color,
  bounces: number,
): Mesh {
  const look = stoneLook(parts[0]?.material ?? "diamond", widthOf(parts));
  const planes = parts.map((part) => part.gem?.planes ?? facetPlanes(part.mesh));
  const material = new ShaderMaterial({
    vertexShader: gemVertexShader,
    fragmentShader: gemFragmentShader,
    uniforms: {
      facets: { value: facetTexture(planes) },
      studio: { value: studio },
      index: { value: look.refractiveIndex },
      dispersion: { value: look.dispersion },
      absorption: { value: new Vector3(...look.absorptionPerMm) },
      setting: { value: setting },
      bounces: { value: bounces },
    },
  });
  return new Mesh(mergeFlat(parts.map((part) => part.mesh)), material);
}

/** Width of the largest of the stones, mm; small ones of the same sort are as deep in colour as it. */
function widthOf(parts: Part[]): number {
  const widths = parts.map(({ mesh }) => {
    const { min, max } = boxOf([mesh]);
    return Math.min(max[0] - min[0], max[1] - min[1]);
  });
  return Math.max(...widths, 0.5);
}

/** Rows of (count, …) followed by the stone's planes as (nx, ny, nz, d). */
function facetTexture(stones: Float32Array[]): DataTexture {
  const width = 1 + Math.max(...stones.map((planes) => planes.length / 4));
  const data = new Float32Array(width * stones.length * 4);
  stones.forEach((planes, row) => {
    data[row * width * 4] = planes.length / 4;
    data.set(planes, (row * width + 1) * 4);
  });
  const texture = new DataTexture(data, width, stones.length, RGBAFormat, FloatType);
  texture.needsUpdate = true;
  return texture;
}

/** Flat-shaded triangles of all stones; `stoneRow` tells the shader whose facets to trace. */
function mergeFlat(meshes: KernelMesh[]): BufferGeometry {
  const corners = meshes.reduce((sum, mesh) => sum + mesh.indices.length, 0);
  const positions = new Float32Array(corners * 3);
  const rows = new Float32Array(corners);
  let corner = 0;
  meshes.forEach((mesh, row) => {
    for (const index of mesh.indices) {
      positions.set(mesh.positions.subarray(index * 3, index * 3 + 3), corner * 3);
      rows[corner++] = row;
    }
  });
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("stoneRow", new BufferAttribute(rows, 1));
  geometry.computeVertexNormals();
  return geometry;
}

/** The distinct planes of a convex mesh, (nx, ny, nz, d) × facets. */
export function facetPlanes(mesh: KernelMesh): Float32Array {
  const planes: number[] = [];
  const corner = (at: number) =>
    new Vector3().fromArray(mesh.positions, (mesh.indices[at] ?? 0) * 3);
  for (let at = 0; at < mesh.indices.length; at += 3) {
    const a = corner(at);
    const normal = corner(at + 1)
      .sub(a)
      .cross(corner(at + 2).sub(a));
    if (normal.lengthSq() < 1e-12) continue;
    normal.normalize();
    if (!hasFacet(planes, normal)) planes.push(normal.x, normal.y, normal.z, normal.dot(a));
  }
  return new Float32Array(planes);
}

function hasFacet(planes: number[], normal: Vector3): boolean {
  for (let at = 0; at < planes.length; at += 4) {
    const cosine =
      (planes[at] ?? 0) * normal.x +
      (planes[at + 1] ?? 0) * normal.y +
      (planes[at + 2] ?? 0) * normal.z;
    if (cosine > SAME_FACET) return true;
  }
  return false;
}
