import type { Finding } from "../../kernel/finding.ts";
import type { Measures } from "../../kernel/measures.ts";
import type { Quality } from "../../kernel/mesh.ts";
import type { Price } from "../../shared/money.ts";

export type ModelFormat = "3mf" | "stl" | "glb" | "usdz" | "obj" | "svg" | "pdf";
export type PictureView = "hero" | "front" | "side" | "top" | "detail" | "turntable";
export type PictureLights = "studio" | "daylight" | "dramatic";
export type PictureBackground = "light" | "dark" | "transparent";
export type PictureQuality = "draft" | "final";

/** A picture a spec names, ready for the kernel. */
export interface SourcePicture {
  /** Of the stored original; what was made of it is kept under this. */
  sha256: string;
  /** RGBA, 8 bits, not interlaced. */
  png: Uint8Array;
}

/** Pictures a spec names, by the id of the stored image. */
export type SourcePictures = Readonly<Record<string, SourcePicture>>;

export interface ModelRequest {
  kind: string;
  spec: Record<string, unknown>;
  sources?: SourcePictures;
  quality: Quality;
  /** False leaves the thinnest wall unmeasured; default true. */
  walls?: boolean;
  /** Files to write; none: numbers only. */
  formats?: readonly ModelFormat[];
  /** Another spec of the kind: then the file is one GLB of what this one adds, removes and keeps of it. */
  comparedWith?: { spec: Record<string, unknown>; sources?: SourcePictures };
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
  words: string;
  measures: Measures;
  findings: Finding[];
  price: Price;
  meshHash: string;
  /** Where it was compared with another, mm³. */
  difference?: { addedMm3: number; removedMm3: number };
  files: ModelFileBytes[];
}

export interface PictureOrder {
  view: PictureView;
  /** Varies light and angle a little; the same seed gives the same picture. */
  seed: number;
  /** Edge of the square picture, 128 to 2048 px. */
  sizePx: number;
  quality: PictureQuality;
  /** `light` where not given. */
  background?: PictureBackground;
  /** `studio` where not given. */
  lights?: PictureLights;
}

export interface PicturesRequest {
  kind: string;
  spec: Record<string, unknown>;
  sources?: SourcePictures;
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

export interface BuildOptions {
  signal?: AbortSignal;
}

export interface DrawOptions extends BuildOptions {
  /** Called with each picture as soon as it is there; `index` is its place in the request. */
  onPicture?: (picture: Picture, index: number) => Promise<void> | void;
}

/**
 * Makes pictures and models of a spec. Errors are AppErrors: `rule_broken` where the spec cannot be
 * built, `unavailable` (retryable) where the engine is down, `cancelled`, `timeout`.
 */
export interface Inference {
  readonly engine: { name: string; version: string };
  buildModel(request: ModelRequest, options?: BuildOptions): Promise<Model>;
  drawPictures(request: PicturesRequest, options?: DrawOptions): Promise<Picture[]>;
  /** What a photo shows, apart from its ground. Throws `invalid_input` where nothing stands out. */
  findSubject(request: SubjectRequest, options?: BuildOptions): Promise<Subject>;
  /** Throws `unavailable` when it does not answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
