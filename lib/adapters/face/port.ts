/** A picture in which faces are looked for: PNG, JPEG or WebP. */
export interface FacePicture {
  bytes: Uint8Array;
}

/** One face: places as shares of the picture's width and height from the top left. */
export interface FoundFace {
  box: { x: number; y: number; width: number; height: number };
  /** The person's right eye: on the left of the picture. */
  rightEye: readonly [number, number];
  leftEye: readonly [number, number];
  mouth: readonly [number, number];
  /** Turn to the side, degrees; 0 looks straight ahead. */
  yawDeg: number;
}

/**
 * Finds and compares faces. Nothing needs one: without a model `find` answers null ("not checked") and `likeness` null
 * ("not measured"), never a number. Errors are AppErrors: `unavailable` (retryable), `cancelled`, `timeout`.
 */
export interface Faces {
  /** Name of the model; null where none is configured. */
  readonly model: string | null;
  /** Faces of a picture, the largest first; null where there is no model to ask. */
  find(picture: FacePicture, options?: { signal?: AbortSignal }): Promise<FoundFace[] | null>;
  /** Cosine of two faces' vectors, −1 to 1; null where there is no model, or no face in one of the two. */
  likeness(
    one: FacePicture,
    other: FacePicture,
    options?: { signal?: AbortSignal },
  ): Promise<number | null>;
}
