import type { Colour } from "./parts.ts";

const decode = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** A colour as linear RGB, 0 to 1. */
export function toLinear(colour: Colour): readonly [number, number, number] {
  const channel = (from: number) => decode(Number.parseInt(colour.slice(from, from + 2), 16) / 255);
  return [channel(1), channel(3), channel(5)];
}
