/** The thread that builds meshes: the kernel's WASM blocks whoever runs it. */
import { createHash } from "node:crypto";
import { parentPort } from "node:worker_threads";
import { exportPiece } from "../kernel/export/export-piece.ts";
import type { Quality } from "../kernel/mesh.ts";
import { isKernelDead, loadSolidKernel } from "../kernel/solid/kernel.ts";
import { buildPiece, type Piece } from "../kinds/piece.ts";
import { getKind } from "../kinds/registry.ts";
import type { MeshAnswer, MeshCall, Model, ModelRequest } from "./protocol.ts";
import { toPlainError } from "./protocol.ts";

/** Pieces kept so that a picture after a build does not build again; a ring takes a few MB. */
const KEPT_PIECES = 12;
type AnyPiece = Piece<Record<string, unknown>>;
const kept = new Map<string, AnyPiece>();
const kernel = await loadSolidKernel();

function pieceOf(kindId: string, spec: Record<string, unknown>, quality: Quality): AnyPiece {
  // A spec that was stored comes back with its fields in another order.
  const fields = Object.entries(spec).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const key = createHash("sha256")
    .update(JSON.stringify([kindId, quality, fields]))
    .digest("hex");
  const known = kept.get(key);
  const piece = known ?? buildPiece(kernel, getKind(kindId), spec, quality);
  kept.delete(key);
  kept.set(key, piece);
  if (kept.size > KEPT_PIECES) kept.delete(kept.keys().next().value!);
  return piece;
}

async function toModel(request: ModelRequest): Promise<Model> {
  const piece = pieceOf(request.kind, request.spec, request.quality);
  const { words, measures, findings, price, meshHash } = piece;
  const formats = request.formats ?? [];
  const files = formats.length > 0 ? await exportPiece(piece, formats, request.lineage ?? {}) : [];
  return { words, measures, findings, price, meshHash, files };
}

async function answer(call: MeshCall): Promise<MeshAnswer> {
  try {
    if (call.type === "build") return { type: "model", model: await toModel(call.request) };
    return { type: "parts", parts: pieceOf(call.kind, call.spec, call.quality).parts };
  } catch (error) {
    return { type: "failed", error: toPlainError(error), kernelDead: isKernelDead(error) };
  }
}

parentPort!.on("message", (call: MeshCall) => {
  void answer(call).then((message) => parentPort!.postMessage(message));
});
