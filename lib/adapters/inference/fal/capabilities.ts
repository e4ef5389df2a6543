/** Style of a stylised picture. */
export type PictureStyle = "cartoon" | "pixar" | "plush";
/** What of a control picture counts. */
export type ControlBy = "edges" | "depth" | "pose";

/** What is asked of a model, by capability. Addresses are those of files that were sent up. */
export interface Requests {
  "text-to-image": { prompt: string; widthPx: number; heightPx: number; count: number } & Seeded;
  edit: { prompt: string; pictureUrls: readonly string[]; count: number } & Seeded;
  inpaint: { prompt: string; pictureUrl: string; maskUrl: string } & Seeded;
  control: { prompt: string; pictureUrl: string; by: ControlBy; strength: number } & Seeded;
  stylise: { pictureUrl: string; style: PictureStyle };
  "remove-background": { pictureUrl: string };
  "image-to-3d": { pictureUrl: string } & Shape;
  "text-to-3d": { prompt: string } & Shape;
  "nsfw-check": { pictureUrls: readonly string[] };
}

interface Seeded {
  /** Undefined: the model takes one. */
  seed?: number | undefined;
}

interface Shape extends Seeded {
  /** Most triangles. */
  faceLimit: number;
  /** Whether it carries colours. */
  texture: boolean;
}

/** A file at fal. */
export interface FalFile {
  url: string;
  /** Its name with its ending; may be empty. */
  filename: string;
}

/** What a model answers, by capability. */
export interface Answers {
  "text-to-image": PicturesAnswer;
  edit: PicturesAnswer;
  inpaint: PicturesAnswer;
  control: PicturesAnswer;
  stylise: PicturesAnswer;
  "remove-background": PicturesAnswer;
  "image-to-3d": ModelAnswer;
  "text-to-3d": ModelAnswer;
  "nsfw-check": { flagged: readonly boolean[] };
}

export interface PicturesAnswer {
  pictures: readonly FalFile[];
  seed: number | null;
  /** By picture: whether the provider calls it unsafe; empty where it does not say. */
  flagged: readonly boolean[];
}

export interface ModelAnswer {
  model: FalFile;
}

export type Capability = keyof Requests;

/** A model at fal: how it is asked, how its answer reads, what it costs. */
export interface FalModel<C extends Capability> {
  /** fal's endpoint id. */
  endpoint: string;
  input(request: Requests[C]): Record<string, unknown>;
  output(data: unknown): Answers[C];
  /** Price of one order, millionths of a USD. */
  costMicroUsd(request: Requests[C]): number;
  /** What the price is said to be, and where it was seen. */
  priceNote: string;
  /** The axis of its 3D files that points up, where it is not what their format says. */
  up?: "y" | "z";
}
