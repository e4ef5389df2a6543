import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { type EmbedderId, isSameEmbedder } from "#lib/adapters/embedder/port.ts";
import type { DemoProduct } from "./demo-product.ts";

const FOLDER = "prisma/seed/catalog";
export const PRODUCTS_FILE = path.join(FOLDER, "products.jsonl");
export const VECTORS_FILE = path.join(FOLDER, "vectors.bin");

/** First line of the file of vectors: who made them, and of which products, in order. */
interface VectorsHead {
  embedder: EmbedderId;
  skus: string[];
}

/** The products of the demo catalogue; none where the file is not there. */
export function readDemoProducts(): DemoProduct[] {
  if (!existsSync(PRODUCTS_FILE)) return [];
  const lines = readFileSync(PRODUCTS_FILE, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as DemoProduct);
}

/** A line of JSON, then 16 bits a number, little endian: a vector of SKU after SKU. */
export function toVectorsFile(
  embedder: EmbedderId,
  vectors: ReadonlyMap<string, Float32Array>,
): Buffer {
  const head: VectorsHead = { embedder, skus: [...vectors.keys()] };
  const numbers = new DataView(new ArrayBuffer(2 * head.skus.length * embedder.dimensions));
  let at = 0;
  for (const vector of vectors.values()) {
    for (const value of vector) {
      numbers.setInt16(at, Math.round(value * SCALE), true);
      at += 2;
    }
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), Buffer.from(numbers.buffer)]);
}

/** A unit vector's numbers lie within ±1. */
const SCALE = 32_767;

/** Vectors by SKU, made ahead by that embedder; null where the file is another's or not there. */
export function readDemoVectors(embedder: EmbedderId): Map<string, Float32Array> | null {
  if (!existsSync(VECTORS_FILE)) return null;
  const bytes = readFileSync(VECTORS_FILE);
  const end = bytes.indexOf("\n");
  const head = JSON.parse(bytes.toString("utf8", 0, end)) as VectorsHead;
  if (!isSameEmbedder(head.embedder, embedder)) return null;
  const numbers = new DataView(bytes.buffer, bytes.byteOffset + end + 1);
  const { dimensions } = embedder;
  const vectorAt = (index: number) =>
    unit(
      Float32Array.from(
        { length: dimensions },
        (_, k) => numbers.getInt16(2 * (index * dimensions + k), true) / SCALE,
      ),
    );
  return new Map(head.skus.map((sku, index) => [sku, vectorAt(index)]));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
