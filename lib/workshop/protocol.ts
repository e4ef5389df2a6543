import type {
  CartoonsRequest,
  DrawnCartoons,
  FigureVerdict,
  ReferencesRequest,
} from "../adapters/figures/port.ts";
import type {
  ForeignModel,
  Model,
  ModelFileRequest,
  ModelRequest,
  Picture,
  PictureOrder,
  PicturesRequest,
  SourcePictures,
  Subject,
  SubjectRequest,
} from "../adapters/inference/port.ts";
import type {
  MapRequest,
  PartMaps,
  PictureTraits,
  TraitsRequest,
} from "../adapters/inference/reading.ts";
import type { BroughtModel } from "../kernel/import/bring-mesh.ts";
import type { Part } from "../kernel/mesh.ts";
import type { Raster } from "../kernel/raster/raster.ts";
import type { FoundSubject } from "../kernel/relief/find-subject.ts";
import { AppError, type ErrorCode, internal, isAppError } from "../shared/errors.ts";
import type { CartoonRasters } from "./cartoons.ts";
import type { Letter } from "./sheet/write-letter.ts";

/** From the app to the workshop process. `id` names the call. */
export type WorkshopCall =
  | { id: number; type: "build"; request: ModelRequest }
  | { id: number; type: "draw"; request: PicturesRequest }
  | { id: number; type: "subject"; request: SubjectRequest }
  | { id: number; type: "letter"; letter: Letter }
  | { id: number; type: "look"; request: LookRequest }
  | { id: number; type: "read"; request: ModelFileRequest }
  | { id: number; type: "cartoons"; request: CartoonsRequest }
  | { id: number; type: "references"; request: ReferencesRequest }
  | { id: number; type: "judge"; request: PieceRequest }
  | { id: number; type: "map"; request: MapRequest }
  | { id: number; type: "traits"; request: TraitsRequest }
  | { id: number; type: "check" }
  | { id: number; type: "cancel" };

/** From the workshop process to the app. A draw answers each picture, then `done`. */
export type WorkshopAnswer =
  | { id: number; type: "model"; model: Model }
  | { id: number; type: "picture"; index: number; picture: Picture }
  | { id: number; type: "subject"; subject: Subject }
  | { id: number; type: "letter"; bytes: Uint8Array }
  | { id: number; type: "look"; look: Float32Array }
  | { id: number; type: "brought"; brought: BroughtModel }
  | { id: number; type: "cartoons"; cartoons: DrawnCartoons }
  | { id: number; type: "references"; pictures: Uint8Array[] }
  | { id: number; type: "verdict"; verdict: FigureVerdict }
  | { id: number; type: "maps"; maps: PartMaps }
  | { id: number; type: "traits"; traits: PictureTraits }
  | { id: number; type: "done" }
  | { id: number; type: "failed"; error: PlainError };

/** From the workshop process to its mesh thread, one call at a time. */
export type MeshCall =
  /** `shown`: a PNG of the piece for the files that carry one. */
  | { type: "build"; request: ModelRequest; shown: Uint8Array | null }
  | { type: "parts"; request: PieceRequest }
  | { type: "subject"; request: SubjectRequest }
  | { type: "look"; request: LookRequest }
  | { type: "cartoons"; request: CartoonsRequest }
  | { type: "references"; request: ReferencesRequest }
  | { type: "judge"; request: PieceRequest }
  | { type: "map"; request: PieceRequest; stands: MapRequest["stands"] }
  | { type: "traits"; request: TraitsRequest };

/** A picture whose look is asked for. */
export interface LookRequest {
  raster: Raster;
  /** Somebody waits for it. */
  urgent: boolean;
}

/** Which piece is meant. */
export interface PieceRequest {
  kind: string;
  spec: Record<string, unknown>;
  sources?: SourcePictures;
  /** Its shape, where it was made elsewhere. */
  made?: ForeignModel;
  quality: "preview" | "final";
  walls?: boolean;
}

export type MeshAnswer =
  | { type: "model"; model: Model }
  | { type: "parts"; parts: Part[] }
  | { type: "subject"; subject: FoundSubject }
  | { type: "look"; look: Float32Array }
  | { type: "cartoons"; cartoons: CartoonRasters }
  | { type: "references"; pictures: Raster[] }
  | { type: "verdict"; verdict: FigureVerdict }
  | { type: "maps"; maps: PartMaps }
  | { type: "traits"; traits: PictureTraits }
  | { type: "failed"; error: PlainError; kernelDead: boolean };

export type {
  ForeignModel,
  MapRequest,
  Model,
  ModelFileRequest,
  ModelRequest,
  PartMaps,
  Picture,
  PictureOrder,
  PicturesRequest,
  PictureTraits,
  SourcePictures,
  Subject,
  SubjectRequest,
  TraitsRequest,
};

/** An AppError as plain data: structured clone keeps an error's message but not its class or fields. */
export interface PlainError {
  code: ErrorCode;
  userMessage: string;
  retryable: boolean;
  retryAfterSeconds?: number;
  details: Record<string, unknown>;
  /** The stack of what was behind it, for the log. */
  cause?: string;
}

/** What the thread that reads a model file says of it. */
export type ModelFileAnswer =
  | { type: "brought"; brought: BroughtModel }
  | { type: "failed"; error: PlainError };

export function toPlainError(error: unknown): PlainError {
  const known = isAppError(error) ? error : internal(error);
  const cause = known.cause instanceof Error ? known.cause.stack : undefined;
  return {
    code: known.code,
    userMessage: known.userMessage,
    retryable: known.retryable,
    details: known.details,
    ...(known.retryAfterSeconds === undefined
      ? {}
      : { retryAfterSeconds: known.retryAfterSeconds }),
    ...(cause === undefined ? {} : { cause }),
  };
}

export function fromPlainError(plain: PlainError): AppError {
  const { code, userMessage, cause, ...options } = plain;
  return new AppError(code, userMessage, cause === undefined ? options : { ...options, cause });
}
