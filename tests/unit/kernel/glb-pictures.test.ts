import { Document, NodeIO } from "@gltf-transform/core";
import { expect, test } from "vitest";
import { glbPictures } from "#lib/kernel/import/glb-pictures.ts";
import { importMesh } from "#lib/kernel/import/import-mesh.ts";

const ENCODED = new Uint8Array([1, 2, 3, 4, 5]);
/** Left half red, right half blue. */
const PICTURE = { width: 2, height: 1, rgba: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255) };

/** One triangle with a picture on it, its corners at these places of the picture. */
async function triangle(uvs: number[]): Promise<Uint8Array> {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (type: "VEC2" | "VEC3", numbers: number[]) =>
    document.createAccessor().setType(type).setArray(new Float32Array(numbers)).setBuffer(buffer);
  const texture = document.createTexture().setImage(ENCODED).setMimeType("image/png");
  const primitive = document
    .createPrimitive()
    .setAttribute("POSITION", accessor("VEC3", [0, 0, 0, 1, 0, 0, 0, 1, 0]))
    .setAttribute("TEXCOORD_0", accessor("VEC2", uvs))
    .setMaterial(document.createMaterial().setBaseColorTexture(texture));
  const mesh = document.createMesh().addPrimitive(primitive);
  document.createScene().addChild(document.createNode().setMesh(mesh));
  return new NodeIO().writeBinary(document);
}

test("the picture of a surface is found, still encoded", async () => {
  const glb = await triangle([0, 0, 1, 0, 0, 1]);
  expect([...glbPictures(glb)]).toEqual([[0, ENCODED]]);
  expect(glbPictures(new TextEncoder().encode("solid x")).size).toBe(0);
});

test("a decoded picture colours the vertices where they lie on it, and repeats beyond its edge", async () => {
  const glb = await triangle([0.25, 0.5, 0.75, 0.5, 1.25, 2.5]);
  const { mesh } = importMesh(glb, "model.glb", new Map([[0, PICTURE]]));
  expect([...mesh.colors!]).toEqual([1, 0, 0, 0, 0, 1, 1, 0, 0]);
});

test("without its picture a surface has no colours", async () => {
  const glb = await triangle([0, 0, 1, 0, 0, 1]);
  expect(importMesh(glb, "model.glb").mesh.colors).toBeUndefined();
});
