import type { BodyMeasures } from "./body.ts";

export type Fit = "slim" | "regular" | "loose";
export type Weave = "plain" | "twill" | "satin" | "knit" | "denim";
export type Print = "plain" | "stripes" | "dots" | "check" | "floral";
export type NecklineShape = "round" | "v" | "boat" | "square" | "halter" | "turtleneck";
export type SleeveLength = "none" | "cap" | "short" | "three-quarter" | "long";
export type SleeveShape = "straight" | "puff" | "bell";
export type SkirtShape = "pencil" | "straight" | "a-line" | "half-circle" | "circle" | "gathered";
export type Closure = "none" | "zip-back" | "zip-side" | "zip-front" | "buttons-front" | "wrap";
export type Collar = "none" | "stand" | "shirt" | "lapel";
export type Pockets = "none" | "patch" | "welt" | "seam";
export type LegShape = "slim" | "straight" | "wide" | "flared";
export type Rise = "high" | "mid" | "low";
export type GarmentKind = "dress" | "skirt" | "top" | "coat" | "trousers";

/** A cloth and what is printed on it. Colours are `#rrggbb`. */
export interface Fabric {
  weave: Weave;
  print: Print;
  /** One repeat of the print along and across the grain, mm. */
  repeatMm: number;
  colour: string;
  secondColour: string;
  gsm: number;
}

/** From the shoulder to the waist, and on to a hem of its own where no skirt is sewn on. */
export interface TorsoDesign {
  neckline: NecklineShape;
  /** From the shoulder's neck point down to the front neckline. */
  neckDepthMm: number;
  collar: Collar;
  sleeve: SleeveLength;
  sleeveShape: SleeveShape;
  closure: Closure;
  /** From the waist to the hem; 0 where a skirt is sewn on. */
  belowWaistMm: number;
  /** Hem girth beyond the hip's, of a torso with a hem of its own. */
  hemFlareMm: number;
  pockets: Pockets;
  buttons: number;
}

/** From the waist to the hem. */
export interface SkirtDesign {
  shape: SkirtShape;
  lengthMm: number;
  /** Angle of all panels together laid flat, of an A-line skirt, degrees. */
  flareDeg: number;
  /** Cloth gathered into the waist as a part of the waist, percent more. */
  gatherPercent: number;
  slitMm: number;
  closure: Closure;
  buttons: number;
  /** A skirt of its own ends in a waistband. */
  waistbandMm: number;
}

/** Two legs and a waistband. */
export interface TrousersDesign {
  shape: LegShape;
  rise: Rise;
  inseamMm: number;
  waistbandMm: number;
  pockets: Pockets;
  closure: Closure;
}

/** All that shape, pattern, drawing and price of a garment follow from. */
export interface GarmentDesign {
  kind: GarmentKind;
  body: BodyMeasures;
  fit: Fit;
  fabric: Fabric;
  torso: TorsoDesign | null;
  skirt: SkirtDesign | null;
  trousers: TrousersDesign | null;
  /** Width of a belt at the waist; 0 for none. */
  beltMm: number;
}
