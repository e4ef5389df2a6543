import { STYLE_IDS } from "../../kernel/figurine/cartoon/types.ts";
import type { Engine, PieceWanted, SourcePicture } from "./piece-wanted.ts";

/** How a character is drawn: a figurine's styles, and two of films. */
export const CHARACTER_STYLES = [...STYLE_IDS, "cartoon", "pixar"] as const;
export type CharacterStyle = (typeof CHARACTER_STYLES)[number];

interface Wanted {
  /** Pictures to make, 1 to 4; default 1. */
  count?: number;
  /** Of the first picture; the others follow by one. Default: the engine takes one. */
  seed?: number;
}

interface Worded {
  /** What is to be seen. */
  prompt: string;
  /** What is not. */
  negativePrompt?: string;
}

interface Sized {
  /** Multiples of 8, 256 to 2048. */
  widthPx: number;
  heightPx: number;
}

/** A picture to be made or changed by an engine. */
export type PictureTask =
  | ({ task: "text-to-image" } & Worded & Sized & Wanted)
  /** The first picture changed as the words say; further ones are references. */
  | ({ task: "edit"; pictures: readonly SourcePicture[] } & Worded & Wanted)
  /** White of the mask is painted anew. */
  | ({ task: "inpaint"; picture: SourcePicture; mask: SourcePicture } & Worded & Wanted)
  /** The picture's lines, depth or pose stay; `strength` 0 to 1. */
  | ({
      task: "control";
      picture: SourcePicture;
      by: "edges" | "depth" | "pose";
      strength: number;
    } & Worded &
      Wanted)
  /** The picture's subject in the style of a reference, of the words, or both; `strength` 0 to 1. */
  | ({
      task: "restyle";
      picture: SourcePicture;
      reference?: SourcePicture;
      strength: number;
    } & Worded &
      Wanted)
  /** A person as a character of this style, their face and pose kept; `strength` 0 to 1, default 0.7. */
  | ({
      task: "stylise";
      picture: SourcePicture;
      style: CharacterStyle;
      strength?: number;
    } & Wanted)
  /** The subject on nothing: transparent around it. */
  | { task: "remove-background"; picture: SourcePicture };

export type PictureTaskName = PictureTask["task"];

/** A picture as an engine answered it. */
export interface MadePicture {
  bytes: Uint8Array;
  mediaType: string;
  width: number;
  height: number;
  seed: number | null;
  /** Whether the provider calls it unsafe; null where it does not say. */
  isFlagged: boolean | null;
  /** The provider's name of the order; null where there was none. */
  providerRequestId: string | null;
}

export interface MadePictures {
  engine: Engine;
  pictures: MadePicture[];
  /** Price of the orders, millionths of a USD. */
  costMicroUsd: number;
}

/**
 * Work to be priced before it is asked for: pictures of a task, a check of pictures, or a piece's final model; of a
 * change also the piece `before` it, since a shape that stays is not made again.
 */
export type PricedWork =
  | ({ task: PictureTaskName | "nsfw-check"; count?: number } & Partial<Sized>)
  | { piece: PieceWanted; before?: PieceWanted };
