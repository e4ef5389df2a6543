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
  /** Turn to the side, degrees; 0 looks straight ahead, above 0 to the right of the picture. */
  yawDeg: number;
}

/** How near two faces are; without a face in one of the two there is no number, which is no low number. */
export type Likeness =
  | {
      /** Of the largest faces' vectors, −1 to 1. */
      cosine: number;
    }
  | { noFaceIn: "one" | "other" };

export interface FaceOptions {
  signal?: AbortSignal;
}

/**
 * Finds and compares faces. Nothing needs one: without a model `find` answers null ("not checked") and `likeness` null
 * ("not measured"), never a number. Errors are AppErrors: `invalid_input` where a file is no picture, `unavailable`
 * (retryable where it may pass), `cancelled`, `timeout`.
 */
export interface Faces {
  /** Name of the model; null where none is configured. */
  readonly model: string | null;
  /** Faces of a picture, the largest first; null where there is no model to ask. */
  find(picture: FacePicture, options?: FaceOptions): Promise<FoundFace[] | null>;
  /** How near the faces of two pictures are; null where there is no model to ask. */
  likeness(one: FacePicture, other: FacePicture, options?: FaceOptions): Promise<Likeness | null>;
  /** Throws `unavailable` when it does not answer. */
  check(): Promise<void>;
}
