import { LOOK_BLOCKS, WEIGHED_NUMBERS } from "#lib/kernel/look/blocks.ts";
import { Random } from "../catalog/random.ts";
import { leadingDirections } from "./leading-directions.ts";
import { fitNetwork, type Network } from "./network.ts";
import { attributeVectors, type Seen } from "./targets.ts";

/** A picture to learn from: what was measured of it and what is true of what it shows. */
export interface Example {
  numbers: Float32Array;
  shows: Seen;
}

/** How many numbers there are: between, of the learned look and of the plain one. */
export const SIZES = { hidden: 384, learned: 128, plain: 64 };
const ROUNDS = 60;
/** Of what hardly ever differs: it is noise where it does. */
const LEAST_SPREAD = 0.02;

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sums = new Float64Array(vectors[0]!.length);
  for (const vector of vectors) {
    for (let i = 0; i < sums.length; i++) sums[i]! += vector[i]!;
  }
  return Float32Array.from(sums, (sum) => sum / vectors.length);
}

/** Mean and spread of each measured number: the network sees how far from usual each is. */
function usualOf(examples: readonly Example[]) {
  const mean = meanOf(examples.map(({ numbers }) => numbers));
  const squares = meanOf(
    examples.map(({ numbers }) => numbers.map((value, i) => (value - mean[i]!) ** 2)),
  );
  return { mean, spread: squares.map((square) => Math.sqrt(square) + LEAST_SPREAD) };
}

/** What is true of each example, in the directions in which products differ most. */
function targetsOf(examples: readonly Example[]): Float32Array[] {
  const attributes = attributeVectors(examples.map(({ shows }) => shows));
  const size = attributes[0]!.length;
  const directions = leadingDirections(attributes, size, SIZES.learned);
  return attributes.map((own) =>
    Float32Array.from({ length: SIZES.learned }, (_, r) => {
      const row = directions.subarray(r * size, (r + 1) * size);
      return row.reduce((sum, value, i) => sum + value * own[i]!, 0);
    }),
  );
}

/** The network from what was measured to the attributes; what was measured of `same` pictures is to come out the same. */
export function learn(
  examples: readonly Example[],
  same: readonly (readonly [Float32Array, Float32Array])[],
): Network {
  const { mean, spread } = usualOf(examples);
  const targets = targetsOf(examples);
  const usual = meanOf(targets);
  const scaled = (numbers: Float32Array) =>
    numbers.map((value, i) => (value - mean[i]!) / spread[i]!);
  const network = fitNetwork({
    inputs: examples.map(({ numbers }) => scaled(numbers)),
    targets: targets.map((target) => target.map((value, r) => value - usual[r]!)),
    same: same.map(([one, other]) => [scaled(one), scaled(other)] as const),
    ...{ hidden: SIZES.hidden, rounds: ROUNDS, random: new Random(41) },
  });
  return onRawNumbers(network, { mean, spread, usual });
}

/** The same network for numbers as they are measured, their mean and spread worked into it. */
function onRawNumbers(
  { first, firstShift, second, secondShift }: Network,
  { mean, spread, usual }: Record<"mean" | "spread" | "usual", Float32Array>,
): Network {
  const { hidden } = SIZES;
  const raw = first.map((value, at) => value / spread[Math.floor(at / hidden)]!);
  return {
    ...{ first: raw, second },
    firstShift: firstShift.map((value, h) => {
      let sum = value;
      for (let i = 0; i < mean.length; i++) sum -= mean[i]! * raw[i * hidden + h]!;
      return sum;
    }),
    secondShift: secondShift.map((value, r) => value + usual[r]!),
  };
}

/** From what was measured to the plain look: the weighed blocks in the directions in which pictures differ most. */
export function plainMatrix(examples: readonly Example[]): Float32Array {
  const scales = LOOK_BLOCKS.flatMap(({ numbers, weight }) =>
    Array<number>(numbers).fill(Math.sqrt(weight)),
  );
  const vectors = examples.map(({ numbers }) =>
    numbers.slice(0, WEIGHED_NUMBERS).map((value, i) => value * scales[i]!),
  );
  const directions = leadingDirections(vectors, WEIGHED_NUMBERS, SIZES.plain);
  return Float32Array.from({ length: WEIGHED_NUMBERS * SIZES.plain }, (_, at) => {
    const [i, r] = [Math.floor(at / SIZES.plain), at % SIZES.plain];
    return directions[r * WEIGHED_NUMBERS + i]! * scales[i]!;
  });
}
