import { Group, type Material, Mesh, type Object3D, type Texture } from "three";
import type { Part } from "#lib/kernel/mesh.ts";
import { isMetal, metalLook } from "../look.ts";
import { createBody } from "./body.ts";
import { createGems } from "./gems.ts";
import { createMetal } from "./metal.ts";
import type { StudioLight } from "./studio-light.ts";

/** Three's objects for the parts of a piece: metals one by one, stones together by sort. */
export function createPiece(parts: Part[], light: StudioLight, bounces: number): Group {
  const piece = new Group();
  const stones = parts.filter((part) => part.role === "stone");
  const metals = parts.filter((part) => part.role !== "stone");
  for (const part of metals) {
    const create = isMetal(part) ? createMetal : createBody;
    piece.add(create(part, light.environment));
  }
  const setting = metalLook(metals[0]?.material ?? "silver-925").color;
  for (const sort of bySort(stones)) piece.add(createGems(sort, light.sharp, setting, bounces));
  return piece;
}

function bySort(stones: Part[]): Part[][] {
  const sorts = new Map<string, Part[]>();
  for (const stone of stones) {
    const sort = sorts.get(stone.material);
    if (sort) sort.push(stone);
    else sorts.set(stone.material, [stone]);
  }
  return [...sorts.values()];
}

/** Frees what an object holds on the graphics card. */
export function disposeObject(object: Object3D): void {
  object.traverse((child) => {
    if (!(child instanceof Mesh)) return;
    child.geometry.dispose();
    const material = child.material as Material & {
      uniforms?: Record<string, { value: { dispose?: () => void } | null }>;
      map?: Texture | null;
    };
    material.map?.dispose();
    material.uniforms?.facets?.value?.dispose?.();
    material.dispose();
  });
}
