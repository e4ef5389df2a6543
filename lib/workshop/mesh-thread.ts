/** The thread that builds meshes: the kernel's WASM blocks whoever runs it. */
import { parentPort } from "node:worker_threads";
import { compareParts } from "../kernel/compare/compare-parts.ts";
import { exportPiece } from "../kernel/export/export-piece.ts";
import { fileNameOf } from "../kernel/export/file-names.ts";
import type { ExportFile, Lineage } from "../kernel/export/types.ts";
import { drawReferences } from "../kernel/figurine/cartoon/draw-cartoons.ts";
import type { Adopted } from "../kernel/import/adopt-mesh.ts";
import { describeLook } from "../kernel/look/describe.ts";
import { traitsOf } from "../kernel/look/traits.ts";
import { type FoundSubject, findSubject } from "../kernel/relief/find-subject.ts";
import { prepareGeometry } from "../kernel/render/geometry.ts";
import { mapGeometry } from "../kernel/render/part-map.ts";
import { sha256Hex } from "../kernel/sha256.ts";
import { isKernelDead, loadSolidKernel } from "../kernel/solid/kernel.ts";
import { adoptForeign, adoptionOf, foreignPiece } from "../kinds/foreign-piece.ts";
import { judgePiece } from "../kinds/judge-piece.ts";
import type { Adoption, Kind } from "../kinds/kind.ts";
import { buildPiece, type Piece } from "../kinds/piece.ts";
import { getKind } from "../kinds/registry.ts";
import { cartoonsOf } from "./cartoons.ts";
import { decodeForeignPictures } from "./foreign-pictures.ts";
import { judgeFigure } from "./judge-figure.ts";
import { pieceKey } from "./piece-key.ts";
import type {
  ForeignModel,
  MapRequest,
  MeshAnswer,
  MeshCall,
  Model,
  ModelRequest,
  PartMaps,
  PictureTraits,
  PieceRequest,
  SubjectRequest,
  TraitsRequest,
} from "./protocol.ts";
import { toPlainError } from "./protocol.ts";
import { writeSheet } from "./sheet/write-sheet.ts";
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

function build({ kind: id, spec, quality, walls, sources, made }: PieceRequest): AnyPiece {
  const kind = getKind(id);
  const options = { ...(walls !== undefined && { walls }) };
  // A shape made elsewhere needs none of the pictures that it was made of.
  if (made) return foreignPiece(kind, spec, adopted(kind, spec, made), quality, options);
  return buildPiece(kernel, kind, spec, quality, { ...options, assets: toAssets(sources) });
}

/** Shapes from files, mended: the preview and the final piece share one. */
const KEPT_ADOPTED = 4;
const keptAdopted = new Map<string, Adopted>();

function adoptedKey({ sha256, up }: ForeignModel, { heightMm, faceLimit, base }: Adoption): string {
  return JSON.stringify([sha256, up ?? null, heightMm, faceLimit, base]);
}

function adopted(kind: Kind, spec: Record<string, unknown>, made: ForeignModel): Adopted {
  const adoption = adoptionOf(kind, spec);
  const shape = keptAdopted.get(adoptedKey(made, adoption));
  return shape ?? adoptForeign(kernel, made, adoption);
}

/** Adopts the shape of a request ahead, since its pictures are decoded in their own time. */
async function prepare(request: PieceRequest): Promise<void> {
  const { kind: id, spec, made } = request;
  if (!made || kept.has(pieceKey(request))) return;
  const adoption = adoptionOf(getKind(id), spec);
  const key = adoptedKey(made, adoption);
  const known = keptAdopted.get(key);
  const pictures = known ? undefined : await decodeForeignPictures(made.bytes);
  keptAdopted.delete(key);
  keptAdopted.set(key, known ?? adoptForeign(kernel, made, adoption, pictures));
  if (keptAdopted.size > KEPT_ADOPTED) keptAdopted.delete(keptAdopted.keys().next().value!);
}

async function toModel(request: ModelRequest, shown: Uint8Array | null): Promise<Model> {
  const piece = pieceOf(request);
  const { words, measures, findings, price, meshHash } = piece;
  if (request.comparedWith) {
    const compared = await compare(piece, { ...request, ...request.comparedWith });
    return { words, measures, findings, price, meshHash, ...compared };
  }
  const files = request.formats?.length ? await toFiles(piece, request, shown) : [];
  const judged = request.judged && { verdict: judge(request, piece) };
  return { words, measures, findings, price, meshHash, files, ...judged };
}

const judge = ({ kind, sources }: ModelRequest, piece: AnyPiece) =>
  judgePiece(kernel, getKind(kind), piece, toAssets(sources));

/** The files asked for: the kernel's own, and the sheet with the piece's picture. */
async function toFiles(
  piece: AnyPiece,
  { formats = [], lineage = {} }: ModelRequest,
  shown: Uint8Array | null,
): Promise<ExportFile[]> {
  const written = formats.filter((format) => format !== "pdf");
  const documents = formats.includes("pdf") ? [await toSheet(piece, lineage, shown)] : [];
  return exportPiece(piece, written, lineage, { documents, ...(shown && { thumbnail: shown }) });
}

async function toSheet(
  piece: AnyPiece,
  lineage: Lineage,
  shown: Uint8Array | null,
): Promise<ExportFile> {
  const bytes = await writeSheet(piece, lineage, shown);
  const named = fileNameOf("pdf", { kind: piece.kind, cast: false });
  return { ...named, bytes, sha256: sha256Hex(bytes) };
}

/** What a piece adds to and takes from another, with one GLB of it. */
async function compare(piece: AnyPiece, other: PieceRequest) {
  const { addedMm3, removedMm3, parts } = compareParts(kernel, pieceOf(other).parts, piece.parts);
  const files = await exportPiece({ ...piece, parts }, ["glb"]);
  return { difference: { addedMm3, removedMm3 }, files };
}

function subjectOf({ picture }: SubjectRequest): FoundSubject {
  const { pictures } = toAssets({ photo: picture });
  return findSubject(pictures.photo!);
}

function mapsOf(request: PieceRequest, stands: MapRequest["stands"]): PartMaps {
  const { parts } = pieceOf(request);
  const geometry = prepareGeometry(parts);
  return {
    parts: parts.map(({ name, role, material }) => ({ name, role, material })),
    maps: stands.map((stand) => mapGeometry(geometry, stand)),
  };
}

function readTraits({ picture, as }: TraitsRequest): PictureTraits {
  const { pictures } = toAssets({ picture });
  return traitsOf(pictures.picture!, as);
}

/** Calls about a piece, whose shape may have been made elsewhere. */
const OF_PIECES = new Set<MeshCall["type"]>(["build", "parts", "judge", "map"]);

async function answer(call: MeshCall): Promise<MeshAnswer> {
  try {
    if (call.type === "traits") return { type: "traits", traits: readTraits(call.request) };
    if (OF_PIECES.has(call.type)) await prepare(call.request as PieceRequest);
    if (call.type === "map") return { type: "maps", maps: mapsOf(call.request, call.stands) };
    if (call.type === "build")
      return { type: "model", model: await toModel(call.request, call.shown) };
    if (call.type === "subject") return { type: "subject", subject: subjectOf(call.request) };
    if (call.type === "look") return { type: "look", look: describeLook(call.request.raster) };
    if (call.type === "cartoons") return { type: "cartoons", cartoons: cartoonsOf(call.request) };
    if (call.type === "references")
      return { type: "references", pictures: drawReferences(call.request.style) };
    if (call.type === "judge") {
      return { type: "verdict", verdict: judgeFigure(kernel, pieceOf(call.request).parts) };
    }
    return { type: "parts", parts: pieceOf(call.request).parts };
  } catch (error) {
    return { type: "failed", error: toPlainError(error), kernelDead: isKernelDead(error) };
  }
}

parentPort!.on("message", (call: MeshCall) => {
  void answer(call).then((message) => parentPort!.postMessage(message));
});
