import { createHash } from "node:crypto";
import type { SourcePictures } from "../adapters/inference/port.ts";
import type { PieceRequest } from "./protocol.ts";

/** One name for the same piece, whatever the order of its fields and whichever id its pictures have. */
export function pieceKey(request: PieceRequest): string {
  const { kind, spec, quality, walls = true, sources, made } = request;
  const shape = made ? [made.sha256, made.up ?? null] : null;
  return createHash("sha256")
    .update(JSON.stringify([kind, quality, walls, contentFields(spec, sources), shape]))
    .digest("hex");
}

/** The fields of a spec, sorted by name, with the hash of a picture's content in the place of its id. */
export function contentFields(
  spec: Record<string, unknown>,
  sources: SourcePictures = {},
): [string, unknown][] {
  return Object.entries(spec)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      const source = typeof value === "string" ? sources[value] : undefined;
      return [name, source ? source.sha256 : value];
    });
}
