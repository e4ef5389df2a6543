import { unavailable } from "../../shared/errors.ts";

/** The vector in its direction with the length 1. Throws `unavailable` where a model answers anything but so many numbers. */
export function unitVector(values: ArrayLike<number>, dimensions: number): Float32Array {
  const length = Math.hypot(...Array.from(values));
  if (values.length !== dimensions || !(length > 0) || !Number.isFinite(length)) {
    throw unavailable("Pictures cannot be compared just now.", {
      retryable: false,
      cause: new Error(`the embedder answered ${values.length} numbers in place of ${dimensions}`),
    });
  }
  return Float32Array.from(values, (value) => value / length);
}
