/** Which embedder made a vector. Vectors of two different ones are never compared. */
export interface EmbedderId {
  /** Letters, digits and `-`: `look`, `clip-vit-b-32` … */
  name: string;
  /** Changes whenever the same picture would get another vector. Letters, digits, `.` and `-`. */
  version: string;
  dimensions: number;
}

export interface EmbedderPicture {
  /**
   * The file: PNG, JPEG or WebP. Where its ground is transparent, that is left out; otherwise the
   * implementation finds the subject itself, if it wants one.
   */
  bytes: Uint8Array;
}

export interface EmbedOptions {
  signal?: AbortSignal;
  /** Somebody waits for it: goes before the embedding of imports. Default false. */
  urgent?: boolean;
}

/**
 * Turns pictures into vectors whose cosine says how alike they look.
 * Errors are AppErrors: `unavailable` (retryable) where it does not answer, `cancelled`, `timeout`.
 */
export interface Embedder {
  readonly id: EmbedderId;
  /** A unit vector each, in order. Throws `invalid_input` with `details.index` where one is no picture. */
  embedPictures(
    pictures: readonly EmbedderPicture[],
    options?: EmbedOptions,
  ): Promise<Float32Array[]>;
  /** Unit vectors of words, comparable with those of pictures; absent where it knows no words. */
  embedText?(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Throws `unavailable` when it does not answer. */
  check(): Promise<void>;
}

/** The embedder of today, and those of before that can still be asked while their index serves. */
export interface Embedders {
  readonly current: Embedder;
  /** The embedder that made a vector, or null where it is no longer to be had. */
  find(id: EmbedderId): Embedder | null;
}

export const isSameEmbedder = (one: EmbedderId, other: EmbedderId) =>
  one.name === other.name && one.version === other.version && one.dimensions === other.dimensions;
