import type { CartoonsOrder } from "#lib/kernel/figurine/cartoon/draw-cartoons.ts";
import type { FaceReading } from "#lib/kernel/figurine/cartoon/types.ts";
import type { Raster } from "#lib/kernel/raster/raster.ts";

/** What the page asks the cartoon's worker for. */
export interface CartoonRequest {
  id: number;
  photo: Raster;
  order: CartoonsOrder;
}

/** A cartoon that was drawn on this device. */
export interface LiveCartoon {
  reading: FaceReading;
  /** To look at. */
  picture: Raster;
  /** To paint a head with. */
  face: Raster;
  skin: string;
}

export type CartoonAnswer = { id: number; cartoon: LiveCartoon | null };
