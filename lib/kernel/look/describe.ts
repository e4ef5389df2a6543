import type { Raster } from "../raster/raster.ts";
import { MEASURED_NUMBERS, measured, WEIGHED_NUMBERS } from "./blocks.ts";
import { FIRST, FIRST_SHIFT, PLAIN, SECOND, SECOND_SHIFT, SIZES } from "./fitted-numbers.ts";
import { addProduct, unpack } from "./packed.ts";
import { subjectOf } from "./subject.ts";

/** Changes whenever the same picture would get another vector. */
export const LOOK_VERSION = "3.0";

const { hidden, learned, plain } = SIZES;

export const LOOK_DIMENSIONS = learned + plain;

/** Part of the cosine that the learned look has; the rest is the plain one's. */
const LEARNED_PART = 0.75;

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
  first: unpack(FIRST, MEASURED_NUMBERS, hidden),
  firstShift: unpack(FIRST_SHIFT, hidden, 1).values,
  second: unpack(SECOND, hidden, learned),
  secondShift: unpack(SECOND_SHIFT, learned, 1).values,
  plainMatrix: unpack(PLAIN, WEIGHED_NUMBERS, plain),
});

const numbersOf = () => {
  fitted ??= unpacked();
  return fitted;
};

/** What is most likely true of the piece to the eye, as a network of one hidden layer has it: kind, colours, style, details. */
function learnedLook(numbers: Float32Array): Float32Array {
  const { first, firstShift, second, secondShift } = numbersOf();
  const inner = Float32Array.from(firstShift);
  addProduct(inner, numbers, first);
  const look = Float32Array.from(secondShift);
  addProduct(
    look,
    inner.map((value) => Math.max(0, value)),
    second,
  );
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
