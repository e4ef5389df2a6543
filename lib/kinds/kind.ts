import type { z } from "zod";
import type { Finding } from "../kernel/finding.ts";
import type { GarmentDesign } from "../kernel/garment/design.ts";
import type { Zone } from "../kernel/measure/zone.ts";
import type { Measures } from "../kernel/measures.ts";
import type { Part, Quality } from "../kernel/mesh.ts";
import type { RateCard } from "../kernel/price/rate-card.ts";
import type { SolidKernel } from "../kernel/solid/kernel.ts";
import type { Money, PriceLine } from "../shared/money.ts";
import type { RingSystem } from "../shared/ring-size.ts";
import type { BuildAssets, Needs } from "./assets.ts";

/**
 * Metadata every field of a kind's schema carries through `.meta()`: the one source for
 * the form, the chat tool, the API document and error texts.
 */
export interface FieldMeta {
  label: string;
  /** Where the form puts it: `Size`, `Band`, `Stone`, `Shoulders` … */
  group: string;
  unit?: "mm" | "deg" | "percent" | "ct" | "g" | "gsm" | "count";
  /** Slider step in `unit`. */
  step?: number;
  /** Shown only while these fields have one of these values. */
  when?: Record<string, readonly (string | boolean)[]>;
  /** How a text is given: written, picked as a colour `#rrggbb`, or uploaded (the value is the id of the picture or model). */
  input?: "text" | "colour" | "picture" | "model";
  /** Labels of enum values, by value. */
  options?: Record<string, string>;
}

/** A place in a message that was understood, or not. */
export interface ReadNote {
  /** Words of the message it is about. */
  words: string;
  /** What to tell the person. */
  message: string;
  field?: string;
  /** The nearest value that works, when the asked one does not. */
  nearest?: string | number;
}

/** Finger sizes from one label to another in a system, both included. */
export interface SizeRun {
  system: RingSystem;
  from: string;
  to: string;
}

/** What a kind's grammar read out of a message. */
export interface Reading<Spec> {
  /** Typed changes, only of fields the message speaks about. */
  patch: Partial<Spec>;
  /** Values the rules refuse, each with its limit and the nearest that works. */
  refused: ReadNote[];
  /** Questions the designer must ask before going on. */
  questions: ReadNote[];
  /** What was taken for granted or noted beside the fields, such as the system of a bare ring size. */
  notes?: ReadNote[];
  /** The most the person wants to spend. */
  budget?: Money;
  /** What it shall weigh, g; a limit is the most it may. */
  mass?: { g: number; isLimit: boolean };
  /** Sizes to make it in at once. */
  sizes?: SizeRun;
  /** How sure the kind is that the message is about it, 0 to 1. */
  confidence: number;
}

export interface ReadContext<Spec> {
  /** The spec being edited; null when the message starts a design. */
  current: Spec | null;
  locale: string;
  /** What a ring size without its system is in; by default it is told from the number. */
  ringSystem?: RingSystem | null;
}

/** How a kind takes a shape that was made elsewhere. */
export interface Adoption {
  /** Of the subject, mm. */
  heightMm: number;
  /** Most triangles. */
  faceLimit: number;
  material: string;
  /** On a plinth of its own. */
  base: boolean;
  /** The piece as one sentence. */
  words: string;
}

/** One noun people can design. A new kind is a new folder under `lib/kinds` and a line in the registry. */
export interface Kind<Spec extends Record<string, unknown> = Record<string, unknown>> {
  id: string;
  title: string;
  category: "jewellery" | "garment" | "figurine" | "relief" | "object";
  /** A z.object whose fields all have a default and FieldMeta. */
  schema: z.ZodType<Spec>;
  /** A sentence that shows what one can say. */
  example: string;
  /**
   * Named closed solids of the piece; same spec and quality, same mesh.
   * Throws AppError `invalid_input` where valid single values cannot go together.
   */
  build(spec: Spec, kernel: SolidKernel, quality: Quality, assets?: BuildAssets): Part[];
  /** What must be brought to `build` beside the spec: pictures of the person's by id. Default none. */
  needs?(spec: Spec): Needs;
  /** What a spec says of a shape that was made elsewhere; kinds without it are built here alone. */
  adopt?(spec: Spec): Adoption;
  /** Findings that need to know the spec (prongs, seats, pavé); walls and closedness are checked for every kind. */
  check(spec: Spec, measures: Measures, assets?: BuildAssets): Finding[];
  /** The measures with what only the kind knows, such as how a garment is cut; default as they were taken. */
  measure?(spec: Spec, measured: Measures): Measures;
  /** The garment a spec describes, of kinds that are sewn: what its drawing and pattern are made from. */
  garment?(spec: Spec): GarmentDesign;
  /** Closed solids the piece is meant to be; default 1, a pair of earrings 2. */
  pieces?(spec: Spec, assets?: BuildAssets): number;
  /** Places whose walls the kind checks by rules of its own (pavé, notches of claws). */
  ownWalls?(spec: Spec, parts: readonly Part[]): Zone[];
  /** Lines for stones and setting; metal, making, finish and margin are added for every kind. */
  price(spec: Spec, measures: Measures, rates: RateCard): PriceLine[];
  /** Words → typed patch. */
  read(message: string, context: ReadContext<Spec>): Reading<Spec>;
  /** Words that name the kind, singular, in English; the first is what it is called. */
  nouns?: readonly string[];
  /** Words that suggest the kind where no noun of any kind is said. */
  hints?: readonly string[];
  /** Whether the word that starts at that place of a message is one of its own: then it names no other kind. */
  claims?(message: string, locale: string, at: number): boolean;
  /** Spec → one sentence. */
  words(spec: Spec): string;
  /**
   * Numbers a solver may move to reach a mass or a price: each makes the piece heavier as it grows and changes nothing
   * that a person fixed, such as a size, a stone, a text or a body.
   */
  free: readonly string[];
  /** The piece for another inner diameter with its stones and settings as they are; by default that field alone changes. */
  resize?(spec: Spec, innerDiameterMm: number): Spec;
  /** What one could say next about such a piece, best first. */
  suggest?(spec: Spec): string[];
}
