import { addProduct } from "#lib/kernel/look/packed.ts";
import type { Random } from "../catalog/random.ts";
import { normal } from "./leading-directions.ts";

/** A map with one hidden layer: out = max(0, in · first + firstShift) · second + secondShift. */
export interface Network {
  /** Inputs × hidden. */
  first: Float32Array;
  firstShift: Float32Array;
  /** Hidden × outputs. */
  second: Float32Array;
  secondShift: Float32Array;
}

/** What a network is fitted to. */
export interface Lesson {
  inputs: readonly Float32Array[];
  targets: readonly Float32Array[];
  /** Numbers that the hidden layer has. */
  hidden: number;
  /** How often each example is shown. */
  rounds: number;
  random: Random;
  /** Inputs that are to come out the same, two at a time. */
  same: readonly (readonly [Float32Array, Float32Array])[];
}

const BATCH = 64;
/** How many pairs that are to come out the same are held against each other at each step. */
const PAIRS = 8;
/** Part of the hidden numbers that is left out of each example at random (Srivastava et al. 2014). */
const LEFT_OUT = 0.2;

/** The network with the least mean square error that gradient descent (Adam) comes to, always the same. */
export function fitNetwork(lesson: Lesson): Network {
  const { inputs, random, rounds } = lesson;
  const network = startOf(lesson);
  const descent = new Descent(network, rounds * Math.ceil(inputs.length / BATCH));
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(inputs.length, random);
    for (let at = 0; at < order.length; at += BATCH) {
      descent.step(slopeOf(network, lesson, order.slice(at, at + BATCH)));
    }
  }
  return network;
}

/** Small random numbers in the first layer (He et al. 2015), none in the second. */
function startOf({ inputs, targets, hidden, random }: Lesson): Network {
  const [size, outputs] = [inputs[0]!.length, targets[0]!.length];
  const spread = Math.sqrt(1 / (3 * size));
  return {
    first: Float32Array.from({ length: size * hidden }, () => spread * normal(random)),
    firstShift: new Float32Array(hidden),
    second: new Float32Array(hidden * outputs),
    secondShift: new Float32Array(outputs),
  };
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/** What each hidden number is taken times: some are left out, the others are larger by as much. */
const someOf = (hidden: number, random: Random) =>
  Float32Array.from({ length: hidden }, () => (random.chance(LEFT_OUT) ? 0 : 1 / (1 - LEFT_OUT)));

/** Of the mean square error over a batch and over some pairs, by each number of the network. */
function slopeOf(network: Network, lesson: Lesson, batch: Uint32Array): Network {
  const { inputs, targets, same, random } = lesson;
  const slope: Network = {
    first: new Float32Array(network.first.length),
    firstShift: new Float32Array(network.firstShift.length),
    second: new Float32Array(network.second.length),
    secondShift: new Float32Array(network.secondShift.length),
  };
  for (const index of batch) {
    const pass = forward(network, inputs[index]!, someOf(network.firstShift.length, random));
    addSlope(slope, network, pass, difference(pass.output, targets[index]!, 2 / batch.length));
  }
  for (let pair = 0; pair < PAIRS; pair++) {
    const [one, other] = random.pick(same).map((input) => forward(network, input));
    addSlope(slope, network, one!, difference(one!.output, other!.output, 2 / PAIRS));
    addSlope(slope, network, other!, difference(other!.output, one!.output, 2 / PAIRS));
  }
  return slope;
}

/** (one − other) · scale. */
const difference = (one: Float32Array, other: Float32Array, scale: number) =>
  one.map((value, i) => scale * (value - other[i]!));

/** What goes through a network with one input. */
interface Pass {
  input: Float32Array;
  hidden: Float32Array;
  /** What each hidden number is taken times. */
  kept: Float32Array | null;
  output: Float32Array;
}

function forward(network: Network, input: Float32Array, kept: Float32Array | null = null): Pass {
  const [rows, outputs] = [network.firstShift.length, network.secondShift.length];
  const inner = Float32Array.from(network.firstShift);
  addProduct(inner, input, { rows: input.length, columns: rows, values: network.first });
  const hidden = inner.map((value, h) => Math.max(0, value) * (kept?.[h] ?? 1));
  const output = Float32Array.from(network.secondShift);
  addProduct(output, hidden, { rows, columns: outputs, values: network.second });
  return { input, hidden, kept, output };
}

/** Adds what an error of the output says of each number of the network (Rumelhart et al. 1986). */
function addSlope(
  slope: Network,
  network: Network,
  { input, hidden, kept }: Pass,
  error: Float32Array,
): void {
  const outputs = error.length;
  const back = hidden.map((value, h) => {
    if (value === 0) return 0;
    let sum = 0;
    for (let o = 0; o < outputs; o++) sum += network.second[h * outputs + o]! * error[o]!;
    return sum * (kept?.[h] ?? 1);
  });
  addOuter(slope.second, hidden, error);
  addOuter(slope.first, input, back);
  addTo(slope.secondShift, error);
  addTo(slope.firstShift, back);
}

function addTo(to: Float32Array, from: Float32Array): void {
  for (let i = 0; i < to.length; i++) to[i]! += from[i]!;
}

/** matrix += column · row. */
function addOuter(matrix: Float32Array, column: Float32Array, row: Float32Array): void {
  const size = row.length;
  for (const [i, value] of column.entries()) {
    if (value === 0) continue;
    const at = i * size;
    for (let j = 0; j < size; j++) matrix[at + j]! += value * row[j]!;
  }
}

/** Adam with decay of large numbers apart from it (Kingma and Ba 2015; Loshchilov and Hutter 2019). */
const ADAM = { rate: 1e-3, mean: 0.9, square: 0.999, least: 1e-8, decay: 0.05, warmUp: 200 };

/** Walks a network downhill: fast at first, ever slower towards the end. */
class Descent {
  readonly #layers: { numbers: Float32Array; mean: Float32Array; square: Float32Array }[];
  readonly #network: Network;
  readonly #steps: number;
  #step = 0;

  constructor(network: Network, steps: number) {
    this.#network = network;
    this.#steps = steps;
    this.#layers = Object.values(network).map((numbers: Float32Array) => ({
      ...{ numbers, mean: new Float32Array(numbers.length) },
      square: new Float32Array(numbers.length),
    }));
  }

  step(slope: Network): void {
    const part = this.#step++ / this.#steps;
    const rate =
      ADAM.rate * Math.min(1, this.#step / ADAM.warmUp) * (0.5 + 0.5 * Math.cos(Math.PI * part));
    const names = Object.keys(this.#network) as (keyof Network)[];
    for (const [k, name] of names.entries()) this.#move(this.#layers[k]!, slope[name], rate);
  }

  #move(
    { numbers, mean, square }: { numbers: Float32Array; mean: Float32Array; square: Float32Array },
    slope: Float32Array,
    rate: number,
  ): void {
    const meanPart = 1 - ADAM.mean ** this.#step;
    const squarePart = 1 - ADAM.square ** this.#step;
    for (let i = 0; i < numbers.length; i++) {
      const own = slope[i]!;
      mean[i] = ADAM.mean * mean[i]! + (1 - ADAM.mean) * own;
      square[i] = ADAM.square * square[i]! + (1 - ADAM.square) * own * own;
      const way = mean[i]! / meanPart / (Math.sqrt(square[i]! / squarePart) + ADAM.least);
      numbers[i]! -= rate * (way + ADAM.decay * numbers[i]!);
    }
  }
}
