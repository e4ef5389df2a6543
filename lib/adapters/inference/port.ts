import type { Finding } from "../../kernel/finding.ts";
import type { BroughtModel } from "../../kernel/import/bring-mesh.ts";
import type { Measures } from "../../kernel/measures.ts";
import type { Quality } from "../../kernel/mesh.ts";
import type { Verdict } from "../../kinds/judge-piece.ts";
import type { Price } from "../../shared/money.ts";
import type { MadePictures, PictureTask, PictureTaskName, PricedWork } from "./picture-tasks.ts";
import type {
  Engine,
  PictureView,
  PieceWanted,
  SourcePicture,
  SourcePictures,
} from "./piece-wanted.ts";
import type { MapRequest, PartMaps, PictureTraits, TraitsRequest } from "./reading.ts";

export type * from "./piece-wanted.ts";

export type ModelFormat = "3mf" | "stl" | "glb" | "usdz" | "obj" | "svg" | "pdf";
export type PictureLights = "studio" | "daylight" | "dramatic";
export type PictureBackground = "light" | "dark" | "transparent";
export type PictureQuality = "draft" | "final";

export interface ModelRequest extends PieceWanted {
  quality: Quality;
  /** False leaves the thinnest wall unmeasured; default true. */
  walls?: boolean;
  /** Files to write; none: numbers only. */
  formats?: readonly ModelFormat[];
  /** PNG of the piece for files that carry a picture; by default the sheet has one drawn and others have none. */
  shown?: Uint8Array;
  /** Whether somebody waits for it, as for every preview. */
  urgent?: boolean;
  /** Another spec of the kind: then the file is one GLB of what this one adds, removes and keeps of it. */
  comparedWith?: { spec: Record<string, unknown>; sources?: SourcePictures };
  /** Whether a verdict for every way of making it is wanted. */
  judged?: boolean;
  /** Written into the files: design, revision, words, engine. */
  lineage?: Record<string, string>;
}

export interface ModelFileBytes {
  format: ModelFormat | "manifest";
  filename: string;
  purpose: "print" | "cast" | "view" | "document";
  bytes: Uint8Array;
  sha256: string;
}

export interface Model {
  /** Who made it, where that is not the port's own engine. */
  engine?: Engine;
  /** The provider's name of the order. */
  providerRequestId?: string;
  words: string;
  measures: Measures;
  findings: Finding[];
  price: Price;
  meshHash: string;
  /** Where it was compared with another, mm³. */
  difference?: { addedMm3: number; removedMm3: number };
  /** Where it was judged. */
  verdict?: Verdict;
  files: ModelFileBytes[];
}

export interface PictureOrder {
  view: PictureView;
  /** Varies light and angle a little; the same seed gives the same picture. */
  seed: number;
  /** Width, and height where that is not given, 128 to 2048 px. */
  sizePx: number;
  heightPx?: number;
  quality: PictureQuality;
  /** `light` where not given. */
  background?: PictureBackground;
  /** `studio` where not given. */
  lights?: PictureLights;
}

export interface PicturesRequest extends PieceWanted {
  pictures: readonly PictureOrder[];
  /** Written into the pictures: design, revision, words, engine. */
  lineage?: Record<string, string>;
}

export interface Picture extends PictureOrder {
  width: number;
  height: number;
  mediaType: "image/webp" | "image/png";
  bytes: Uint8Array;
}

export interface SubjectRequest {
  picture: SourcePicture;
}

/** The subject of a photo, as it was found. */
export interface Subject {
  /** Grey PNG of the raster's size: white is the subject. */
  png: Uint8Array;
  width: number;
  height: number;
  /** How sure it is, 0 to 1. */
  confidence: number;
  /** Why it may be wrong, in the user's words. */
  doubts: string[];
}

/** For whom an order at a provider is: what is paid stands under it, and the same work is not paid twice. */
export interface WorkOwner {
  workspaceId: string;
  /** The design; of work that has none yet, what stands for it, such as a figurine. Orders are forgotten by it. */
  designId: string | null;
  /** Null where somebody waits for it in the same breath. */
  jobId: string | null;
  taskId: string | null;
}

/** A model file of somebody else, STL, OBJ, GLB or 3MF. */
export interface ModelFileRequest {
  bytes: Uint8Array;
  filename: string;
}

export interface BuildOptions {
  signal?: AbortSignal;
  /** Without an owner nothing is ordered at a provider: it is made on this machine. */
  owner?: WorkOwner;
  /** Pictures by this machine though a provider is there: the person chose so. */
  here?: boolean;
}

/** A request that came to the address given to a provider. */
export interface ProviderCallback {
  headers: Headers;
  /** The very bytes, before any reading. */
  body: Uint8Array;
  now: Date;
}

export interface DrawOptions extends BuildOptions {
  /** Called with each picture as soon as it is there; `index` is its place in the request. */
  onPicture?: (picture: Picture, index: number) => Promise<void> | void;
}

/**
 * Makes pictures and models of a spec. Errors are AppErrors: `rule_broken` where the spec cannot be
 * built, `unavailable` (retryable) where the engine is down, `cancelled`, `timeout`. Of a provider also
 * `payment_required`, `rate_limited`, and `invalid_input` where it refuses the content; where this machine could do
 * the work instead, `details.fallback` is `embedded`.
 */
export interface Inference {
  /** Makes what a kind builds, and every preview. */
  readonly engine: Engine;
  /** The rented service that makes what is better made there; null where there is none. */
  readonly provider: string | null;
  /** Who makes the final model of this. */
  engineOf(subject: PieceWanted): Engine;
  /**
   * Orders ahead what takes long elsewhere, so that it is under way while the caller does other work; `buildModel` of
   * the same takes it up. Nothing where the model is made on this machine.
   */
  orderModel(request: ModelRequest, options: BuildOptions): Promise<void>;
  buildModel(request: ModelRequest, options?: BuildOptions): Promise<Model>;
  drawPictures(request: PicturesRequest, options?: DrawOptions): Promise<Picture[]>;
  /** Whether `makePictures` can do a task; what an engine without generative models offers is what it can build or measure. */
  offers(task: PictureTaskName | "nsfw-check"): boolean;
  /** Pictures by the task. Throws `unavailable` with `details.reason` `not_offered` where nobody here can. */
  makePictures(task: PictureTask, options?: BuildOptions): Promise<MadePictures>;
  /** By picture whether it is unsafe; null where nobody here can tell. */
  judgePictures(
    pictures: readonly SourcePicture[],
    options?: BuildOptions,
  ): Promise<boolean[] | null>;
  /** What a photo shows, apart from its ground. Throws `invalid_input` where nothing stands out. */
  findSubject(request: SubjectRequest, options?: BuildOptions): Promise<Subject>;
  /** Which part of a piece each pixel of its pictures shows. */
  mapParts(request: MapRequest, options?: BuildOptions): Promise<PartMaps>;
  /** What a picture tells of the piece in it: shape, colours, ground. */
  readTraits(request: TraitsRequest, options?: BuildOptions): Promise<PictureTraits>;
  /**
   * Takes a provider's own call about an order that has ended; the same once more changes nothing. Throws
   * `unauthenticated` for a call that is not the provider's, `not_found` where there is no provider.
   */
  takeCallback(callback: ProviderCallback): Promise<void>;
  /** Cancels orders that are under way for jobs that were stopped while no process followed them; answers how many. */
  cancelAbandoned(): Promise<number>;
  /** Lets go of what is kept of a design's orders. */
  forgetDesign(designId: string): Promise<void>;
  /**
   * Reads and repairs a model file, in bounded time and memory. Throws `unsupported_type`, `too_large` or
   * `invalid_input` naming what is wrong with it.
   */
  readModel(request: ModelFileRequest, options?: BuildOptions): Promise<BroughtModel>;
  /** What a provider would charge for this, millionths of a USD; 0 where it is made on this machine. */
  estimateMicroUsd(work: PricedWork): number;
  /** Throws `unavailable` when it does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
