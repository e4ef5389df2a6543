/** Fractional parts of cube roots of the first 64 primes, as FIPS 180-4 §4.2.2 has them. */
const ROUND = firstPrimes(64).map((prime) => fraction(Math.cbrt(prime)));
/** Fractional parts of square roots of the first eight. */
const START = firstPrimes(8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  return primes;
}

function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) >>> 0;
}

const rotate = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** SHA-256 (FIPS 180-4) as data comes; in plain arithmetic, so that workers, pages and servers agree without waiting. */
class Sha256 {
  private readonly state = Int32Array.from(START);
  private readonly block = new Uint8Array(64);
  private readonly view = new DataView(this.block.buffer);
  private readonly words = new Int32Array(64);
  private filled = 0;
  private bytes = 0;

  update(data: Uint8Array): void {
    this.bytes += data.length;
    let at = 0;
    while (at < data.length) {
      const part = data.subarray(at, at + 64 - this.filled);
      this.block.set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === 64) this.compress();
    }
  }

  private schedule(): void {
    const { words } = this;
    for (let i = 0; i < 16; i++) words[i] = this.view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15]!;
      const b = words[i - 2]!;
      const low = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
      const high = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
      words[i] = words[i - 16]! + low + words[i - 7]! + high;
    }
  }

  private compress(): void {
    this.schedule();
    this.filled = 0;
    let [a, b, c, d, e, f, g, h] = this.state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const upper = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const lower = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const first = (h + upper + choice + ROUND[i]! + this.words[i]!) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + lower + majority) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => {
      this.state[i]! += word;
    });
  }

  hex(): string {
    const bits = this.bytes * 8;
    const padding = new Uint8Array((this.filled < 56 ? 56 : 120) - this.filled + 8);
    padding[0] = 0x80;
    const view = new DataView(padding.buffer);
    view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(padding.length - 4, bits >>> 0);
    this.update(padding);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }
}

/** The SHA-256 of the chunks one after another, 64 hex digits. */
export function sha256Hex(...chunks: readonly Uint8Array[]): string {
  const hash = new Sha256();
  for (const chunk of chunks) hash.update(chunk);
  return hash.hex();
}
