import type { Colour, Layer } from "./parts.ts";
import type { Skeleton } from "./skeleton.ts";

/** Colours of an outfit, by what they cover. */
export interface OutfitColours {
  skin: Colour;
  top: Colour;
  bottom: Colour;
  shoes: Colour;
  accent: Colour;
}

/** An outfit lays clothes and what belongs to them on a skeleton; pure. */
export type Outfit = (skeleton: Skeleton, colours: OutfitColours) => Layer;
