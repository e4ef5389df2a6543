import type { CharacterStyle } from "../picture-tasks.ts";

/** What of a control picture counts. */
export type ControlBy = "edges" | "depth" | "pose";

/** What is asked of a model, by capability. Addresses are those of files that were sent up. */
export interface Requests {
  "text-to-image": { widthPx: number; heightPx: number } & Worded & Many;
  edit: { pictureUrls: readonly string[] } & Worded & Many;
  inpaint: { pictureUrl: string; maskUrl: string } & Worded & Many;
  control: { pictureUrl: string; by: ControlBy; strength: number } & Worded & Many;
  /** In the style of the reference, or of the words alone. */
  restyle: { pictureUrl: string; referenceUrl?: string; strength: number } & Worded & Many;
  stylise: {
    pictureUrl: string;
    style: CharacterStyle;
    strength: number;
    /** What this deployment has for the style; models without a place for it go by their own. */
    loras: readonly Lora[];
  } & Many;
  "remove-background": { pictureUrl: string };
  "image-to-3d": { pictureUrl: string } & Shape;
  "text-to-3d": { prompt: string } & Shape;
  "nsfw-check": { pictureUrls: readonly string[] };
}

/** Weights that teach a model a style. */
export interface Lora {
  /** An address, or a name at the Hugging Face hub. */
  path: string;
  scale: number;
}

interface Worded {
  prompt: string;
  negativePrompt?: string;
}

interface Seeded {
  /** Undefined: the model takes one. */
  seed?: number | undefined;
}

interface Many extends Seeded {
  /** Pictures in one order. */
  count: number;
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
  restyle: PicturesAnswer;
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
  /** One order makes one picture, however many are asked for. */
  isSingle?: true;
  /** It takes no seed. */
  isSeedless?: true;
  /** The only styles it draws; absent: all. */
  styles?: readonly CharacterStyle[];
  /** The axis of its 3D files that points up, where it is not what their format says. */
  up?: "y" | "z";
}
