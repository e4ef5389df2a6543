import type { Solid, SolidKernel } from "../solid/kernel.ts";

export interface HangingLoop {
  /** Where the piece ends at its top, mm. */
  topMm: number;
  /** Middle of the loop's wire in depth, mm. */
  zMm?: number;
  /** Radius of the round wire. */
  wireMm: number;
  /** Radius of the free hole. */
  holeMm: number;
  /** The hole looks to the front (a cord or a jump ring) or to the sides (a chain). */
  looks: "front" | "sides";
  /** Taller than wide by this; default 1. */
  tall?: number;
}

const WIRE_STEPS = 20;
const ROUND_STEPS = 56;
/** The loop sinks this share of its wire's thickness into the piece. */
const SUNK = 0.8;

/** A loop of round wire at the top (+y) of a piece that lies face up. */
export function hangingLoop(kernel: SolidKernel, loop: HangingLoop): Solid {
  const { topMm, zMm = 0, wireMm, holeMm, looks, tall = 1 } = loop;
  const radius = holeMm + wireMm;
  const section = Array.from({ length: WIRE_STEPS }, (_, i): [number, number] => {
    const angle = (2 * Math.PI * i) / WIRE_STEPS;
    return [radius + wireMm * Math.cos(angle), wireMm * Math.sin(angle)];
  });
  const ring = kernel.revolve(section, ROUND_STEPS);
  const turned = looks === "sides" ? kernel.rotate(ring, [0, 90, 0]) : ring;
  const stretched = turned.scale([1, tall, 1]);
  const middle = topMm + tall * (radius + wireMm) - 2 * SUNK * wireMm * tall;
  return kernel.translate(stretched, [0, middle, zMm]);
}
