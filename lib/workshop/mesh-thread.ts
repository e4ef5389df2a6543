/** The thread that builds meshes: the kernel's WASM blocks whoever runs it. */
import { parentPort } from "node:worker_threads";
import { exportPiece } from "../kernel/export/export-piece.ts";
import { isKernelDead, loadSolidKernel } from "../kernel/solid/kernel.ts";
import { buildPiece, type Piece } from "../kinds/piece.ts";
import { getKind } from "../kinds/registry.ts";
import { pieceKey } from "./piece-key.ts";
import type { MeshAnswer, MeshCall, Model, ModelRequest, PieceRequest } from "./protocol.ts";
import { toPlainError } from "./protocol.ts";
import { toAssets } from "./source-rasters.ts";

/** Pieces kept so that a picture after a build does not build again; a ring takes a few MB. */
const KEPT_PIECES = 12;
type AnyPiece = Piece<Record<string, unknown>>;
const kept = new Map<string, AnyPiece>();
const kernel = await loadSolidKernel();

function pieceOf(request: PieceRequest): AnyPiece {
  const key = pieceKey(request);
  const piece = kept.get(key) ?? build(request);
  kept.delete(key);
  kept.set(key, piece);
  if (kept.size > KEPT_PIECES) kept.delete(kept.keys().next().value!);
  return piece;
}

function build({ kind, spec, quality, sources }: PieceRequest): AnyPiece {
  return buildPiece(kernel, getKind(kind), spec, quality, { assets: toAssets(sources) });
}

async function toModel(request: ModelRequest): Promise<Model> {
  const piece = pieceOf(request);
  const { words, measures, findings, price, meshHash } = piece;
  const formats = request.formats ?? [];
  const files = formats.length > 0 ? await exportPiece(piece, formats, request.lineage ?? {}) : [];
  return { words, measures, findings, price, meshHash, files };
}

async function answer(call: MeshCall): Promise<MeshAnswer> {
  try {
    if (call.type === "build") return { type: "model", model: await toModel(call.request) };
    return { type: "parts", parts: pieceOf(call.request).parts };
  } catch (error) {
    return { type: "failed", error: toPlainError(error), kernelDead: isKernelDead(error) };
  }
}

parentPort!.on("message", (call: MeshCall) => {
  void answer(call).then((message) => parentPort!.postMessage(message));
});
