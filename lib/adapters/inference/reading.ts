import type { PictureTraits } from "../../kernel/look/traits.ts";
import type { Part } from "../../kernel/mesh.ts";
import type { PartMap } from "../../kernel/render/part-map.ts";
import type { PictureView, PieceWanted, SourcePicture } from "./piece-wanted.ts";

/** A picture of a piece as far as it says which place of it shows what. */
export interface MapStand {
  view: Exclude<PictureView, "turntable">;
  seed: number;
  widthPx: number;
  heightPx: number;
}

export interface MapRequest extends PieceWanted {
  stands: readonly MapStand[];
}

/** What the pixels of pictures show. */
export interface PartMaps {
  /** The piece's parts; a map's numbers are places in this list. */
  parts: Pick<Part, "name" | "role" | "material">[];
  /** One for each stand. */
  maps: PartMap[];
}

export interface TraitsRequest {
  picture: SourcePicture;
  as: "photo" | "sketch";
}

export type { PartMap, PictureTraits };
