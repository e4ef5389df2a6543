import type { CartoonsOrder } from "../../kernel/figurine/cartoon/draw-cartoons.ts";
import type { CartoonScore } from "../../kernel/figurine/cartoon/score-cartoon.ts";
import type { FaceReading, StyleId } from "../../kernel/figurine/cartoon/types.ts";
import type { Orientation } from "../../kernel/print/orientation.ts";
import type { SourcePicture, SourcePictures } from "../inference/port.ts";

export interface CartoonsRequest extends CartoonsOrder {
  photo: SourcePicture;
  /** Cartoons of just this cut that a provider drew, one a seed: then none is drawn here. */
  made?: readonly SourcePicture[];
}

export interface DrawnCartoon {
  seed: number;
  /** PNG of the whole head, to look at. */
  picture: Uint8Array;
  /** PNG of the face on nothing, to be painted onto a head. */
  face: Uint8Array;
  edgePx: number;
  /** Of the skin as it is painted, `#rrggbb`. */
  skin: string;
  score: CartoonScore;
}

export interface DrawnCartoons {
  reading: FaceReading;
  /** Best by score first. */
  candidates: DrawnCartoon[];
}

export interface ReferencesRequest {
  style: StyleId;
}

export interface VerdictRequest {
  kind: string;
  spec: Record<string, unknown>;
  sources?: SourcePictures;
}

/** What is wrong with a built figure's surface, and how each of its solids is best printed. */
export interface FigureVerdict {
  selfIntersections: number;
  holes: number;
  nonManifoldEdges: number;
  standing: ({ name: string } & Orientation)[];
}

/** Works on faces and figures. Errors are AppErrors: `unavailable` (retryable), `cancelled`, `timeout`. */
export interface Figures {
  readonly name: string;
  drawCartoons(
    request: CartoonsRequest,
    options?: { signal?: AbortSignal },
  ): Promise<DrawnCartoons>;
  /** PNGs of what a style looks like, always the same. */
  drawReferences(
    request: ReferencesRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Uint8Array[]>;
  /** Judges the final mesh of a piece. */
  judge(request: VerdictRequest, options?: { signal?: AbortSignal }): Promise<FigureVerdict>;
}
