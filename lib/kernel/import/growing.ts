/** Numbers that come one by one, in a typed array that doubles. */
class Growing<A extends Float32Array | Uint32Array> {
  length = 0;
  private array: A;
  private readonly make: (length: number) => A;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.array = make(1024);
  }

  push(a: number, b: number, c: number): void {
    if (this.length + 3 > this.array.length) {
      const larger = this.make(this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = a;
    this.array[this.length++] = b;
    this.array[this.length++] = c;
  }

  done(): A {
    return this.array.slice(0, this.length) as A;
  }
}

export const growingFloats = () => new Growing((length) => new Float32Array(length));
export const growingWords = () => new Growing((length) => new Uint32Array(length));
