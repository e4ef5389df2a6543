import { loadSolidKernel, type SolidKernel } from "#lib/kernel/solid/kernel.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { findKind } from "#lib/kinds/registry.ts";
import { isAppError } from "#lib/shared/errors.ts";
import type { KernelAnswer, KernelRequest, LivePiece } from "./kernel-messages.ts";

/** The page's end of this worker; the DOM's types know only windows. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<KernelRequest>) => void) | null;
  postMessage(message: KernelAnswer, transfer: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
let loading: Promise<SolidKernel> | null = null;

scope.onmessage = async ({ data }) => {
  const answer = await answerTo(data);
  scope.postMessage(answer, answer.ok ? buffersOf(answer.piece) : []);
};

async function answerTo(request: KernelRequest): Promise<KernelAnswer> {
  const { id } = request;
  try {
    loading ??= loadSolidKernel({ locateWasm: (file) => `/kernel/${file}` });
    return { id, ok: true, piece: build(await loading, request) };
  } catch (error) {
    return { id, ok: false, message: isAppError(error) ? error.userMessage : null };
  }
}

function build(kernel: SolidKernel, { kind: kindId, spec, quality }: KernelRequest): LivePiece {
  const kind = findKind(kindId);
  if (!kind) throw new Error(`No kind ${kindId}.`);
  const start = performance.now();
  const piece = buildPiece(kernel, kind, spec, quality);
  const { parts, measures, findings, price, meshHash } = piece;
  return { parts, measures, findings, price, meshHash, quality, tookMs: performance.now() - start };
}

/** The meshes' memory, handed over instead of copied; parts may share it. */
function buffersOf({ parts }: LivePiece): Transferable[] {
  const buffers = new Set<Transferable>();
  for (const { mesh, gem } of parts) {
    buffers.add(mesh.positions.buffer);
    buffers.add(mesh.indices.buffer);
    if (mesh.normals) buffers.add(mesh.normals.buffer);
    if (gem) buffers.add(gem.planes.buffer);
  }
  return [...buffers];
}
