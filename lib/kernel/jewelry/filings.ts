import type { Solid, SolidKernel } from "../solid/kernel.ts";

/** What cutting leaves loose below this size is filings, mm³. */
const FILINGS_MM3 = 0.05;
/** Necks thinner than this are no connection. */
const DUST_MM = 1e-4;

/** The solid without filings: pieces too small to be anything but what cutting left loose. */
export function withoutFilings(kernel: SolidKernel, solid: Solid): Solid {
  const pieces = solid.simplify(DUST_MM).decompose();
  const kept = pieces.filter((piece) => piece.volume() >= FILINGS_MM3);
  return kept.length === 1 ? kept[0]! : kernel.union(kept);
}
