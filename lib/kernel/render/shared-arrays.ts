function bytes(length: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === "undefined"
    ? new ArrayBuffer(length)
    : new SharedArrayBuffer(length);
}

/** Floats that worker threads read without a copy, where the platform has shared memory. */
export function sharedFloats(count: number): Float32Array {
  return new Float32Array(bytes(count * 4));
}

/** Whole numbers that worker threads read without a copy, where the platform has shared memory. */
export function sharedWords(count: number): Uint32Array {
  return new Uint32Array(bytes(count * 4));
}

/** Bytes that worker threads read without a copy, where the platform has shared memory. */
export function sharedOctets(count: number): Uint8Array {
  return new Uint8Array(bytes(count));
}
