import type { Raster } from "../raster/raster.ts";
import { MEASURED_NUMBERS, measured, WEIGHED_NUMBERS } from "./blocks.ts";
import { LEARNED, PLAIN, SHIFT, SIZES } from "./fitted-numbers.ts";
import { addProduct, unpack } from "./packed.ts";
import { subjectOf } from "./subject.ts";

/** Changes whenever the same picture would get another vector. */
export const LOOK_VERSION = "2.0";

const { learned, plain } = SIZES;

export const LOOK_DIMENSIONS = learned + plain;

/** Part of the cosine that the learned look has; the rest is the plain one's. */
const LEARNED_PART = 0.85;

/** What a picture's subject looks like: a unit vector of LOOK_DIMENSIONS whose cosine with another says how alike they are. */
export const describeLook = (raster: Raster): Float32Array => lookOf(measured(subjectOf(raster)));

/** The look of what was measured: the learned and the plain one side by side, each by its part of the cosine. */
export function lookOf(numbers: Float32Array): Float32Array {
  const look = new Float32Array(LOOK_DIMENSIONS);
  look.set(scaledTo(learnedLook(numbers), Math.sqrt(LEARNED_PART)));
  look.set(scaledTo(plainLook(numbers), Math.sqrt(1 - LEARNED_PART)), learned);
  return look;
}

let fitted: ReturnType<typeof unpacked> | null = null;

const unpacked = () => ({
  matrix: unpack(LEARNED, MEASURED_NUMBERS, learned),
  shift: unpack(SHIFT, learned, 1).values,
  plainMatrix: unpack(PLAIN, WEIGHED_NUMBERS, plain),
});

const numbersOf = () => {
  fitted ??= unpacked();
  return fitted;
};

/** What is most likely true of the piece to the eye, as a linear map has it: kind, colours, style, details. */
function learnedLook(numbers: Float32Array): Float32Array {
  const { matrix, shift } = numbersOf();
  const look = Float32Array.from(shift);
  addProduct(look, numbers, matrix);
  return look;
}

/** The weighed blocks, in the directions in which pictures differ most. */
function plainLook(numbers: Float32Array): Float32Array {
  const look = new Float32Array(plain);
  addProduct(look, numbers.subarray(0, WEIGHED_NUMBERS), numbersOf().plainMatrix);
  return look;
}

/** The vector with that length; one of zeros with all of it in its first place. */
function scaledTo(vector: Float32Array, length: number): Float32Array {
  const own = Math.hypot(...vector);
  if (own < 1e-9) return vector.map((_, index) => (index === 0 ? length : 0));
  return vector.map((value) => (value * length) / own);
}
