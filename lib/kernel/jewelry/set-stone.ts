import { caratsOf } from "../../shared/stones.ts";
import type { Part } from "../mesh.ts";
import type { Frame } from "./frame.ts";
import { type Gem, toGemMesh, toHull } from "./gem.ts";
import type { OutlinePoint } from "./outline.ts";

/** A stone and where it is. */
export interface PlacedStone {
  /** Of its part. */
  name: string;
  /** Id of the stone table. */
  stone: string;
  gem: Gem;
  /** Of the stone: girdle's middle, table up. */
  frame: Frame;
}

/** One stone in a head of its own, mm. */
export interface SetStone extends PlacedStone {
  /** Angle on the ring from the top, radians. */
  angleRad: number;
  head: "prong" | "bezel";
  anchors: readonly OutlinePoint[];
  prongMm: number;
  wallMm: number;
  /** The band's crest below the girdle. */
  bandBelowMm: number;
}

/** The stone as a part of the piece, with its weight. */
export function toStonePart({ name, stone, gem, frame }: PlacedStone): Part {
  return {
    name,
    role: "stone",
    material: stone,
    mesh: toGemMesh(gem, frame),
    gem: toHull(gem, frame),
    stone: {
      stone,
      cut: gem.cut,
      sizeMm: gem.sizeMm,
      carats: caratsOf(gem.volumeMm3, stone),
    },
  };
}
