import { wallPart } from "#lib/kernel/measure/wall-part.ts";
import { loadSolidKernel, type SolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { BuildAssets } from "#lib/kinds/assets.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { findKind } from "#lib/kinds/registry.ts";
import { isAppError } from "#lib/shared/errors.ts";
import type { KernelAnswer, KernelRequest, LivePiece } from "./kernel-messages.ts";
import { loadAssets } from "./load-assets.ts";

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
    const kind = findKind(request.kind);
    if (!kind) throw new Error(`No kind ${request.kind}.`);
    const [kernel, assets] = await Promise.all([
      loading,
      loadAssets(kind, request.spec, request.pictures),
    ]);
    return { id, ok: true, piece: build(kernel, kind, request, assets) };
  } catch (error) {
    return { id, ok: false, message: isAppError(error) ? error.userMessage : null };
  }
}

function build(
  kernel: SolidKernel,
  kind: Kind,
  { spec, quality, wallLimitMm }: KernelRequest,
  assets: BuildAssets,
): LivePiece {
  const start = performance.now();
  // A map of all walls needs no search for the thinnest one.
  const walls = wallLimitMm === undefined;
  const piece = buildPiece(kernel, kind, spec, quality, { assets, walls });
  const map = wallLimitMm === undefined ? null : wallPart(piece.parts, wallLimitMm);
  const { measures, findings, price, meshHash } = piece;
  const tookMs = performance.now() - start;
  const shown = map ? { parts: [map.part], legend: map.legend } : { parts: piece.parts };
  return { ...shown, measures, findings, price, meshHash, quality, tookMs };
}

/** The meshes' memory, handed over instead of copied; parts may share it. Textures may be kept here: they are copied. */
function buffersOf({ parts }: LivePiece): Transferable[] {
  const buffers = new Set<Transferable>();
  for (const { mesh, gem } of parts) {
    buffers.add(mesh.positions.buffer);
    buffers.add(mesh.indices.buffer);
    for (const values of [mesh.normals, mesh.uvs, mesh.colors])
      if (values) buffers.add(values.buffer);
    if (gem) buffers.add(gem.planes.buffer);
  }
  return [...buffers];
}
