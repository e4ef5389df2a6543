/** Steps of the R sequence in six dimensions: powers of the root of x⁷ = x + 1 (Roberts 2018). */
const ROOT = 1.1127756842787055;
const STEPS = [1, 2, 3, 4, 5, 6].map((power) => 1 / ROOT ** power);

/** The n-th value of dimension d (0 to 5) of a sequence that fills the unit cube evenly. */
export function lowDiscrepancy(n: number, dimension: number): number {
  const x = 0.5 + n * STEPS[dimension]!;
  return x - Math.floor(x);
}

/** A well mixed 32-bit hash of two numbers. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Numbers for the samples of one pixel: even over its samples, unlike its neighbours', the same on every run. */
export class Sampler {
  private readonly offsets = new Float64Array(STEPS.length);
  private sample = 0;
  private state = 1;

  startPixel(x: number, y: number, seed: number): void {
    let h = mix(mix(x, y), seed);
    for (let d = 0; d < this.offsets.length; d++) {
      h = mix(h, d);
      this.offsets[d] = h / 4294967296;
    }
  }

  startSample(sample: number): void {
    this.sample = sample;
    this.state = mix((this.offsets[0]! * 4294967296) | 0, sample) | 1;
  }

  /** Stratified over the samples of the pixel; dimensions 0 to 5. */
  even(dimension: number): number {
    const x = this.offsets[dimension]! + (this.sample + 1) * STEPS[dimension]!;
    return x - Math.floor(x);
  }

  /** Any further number, 0 ≤ x < 1. */
  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 0) / 4294967296;
  }
}
