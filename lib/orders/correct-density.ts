import type { Tx } from "#lib/db.ts";
import type { Measures } from "#lib/kernel/measures.ts";
import { pieceOf } from "#lib/proofs/row.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import type { OrderStanding } from "./row.ts";

/** A carat in grams. */
const G_PER_CARAT = 0.2;
/**
 * A weighing this far from the table's density says something about the piece or the scale, not about the alloy: filing
 * takes up to a tenth of a piece's volume, and published densities differ by up to 15 %.
 */
const FARTHEST = 0.25;

/** What a weighing says about an alloy. */
export interface Weighing {
  alloy: string;
  /** Of the metal alone, all pieces together. */
  massG: number;
  volumeMm3: number;
}

/**
 * What a weight on the scale (all pieces, stones included, g) says about the alloy of a piece; null for pieces of several
 * materials or none that is cast, and for a weight more than a quarter off the table's density.
 */
export function weighingOf(
  measures: Measures | null,
  quantity: number,
  measuredMassG: number,
): Weighing | null {
  const [only, ...others] = measures?.madeOf ?? [];
  const alloy = only && others.length === 0 ? findAlloy(only.material) : null;
  if (!measures || !only || !alloy || only.volumeMm3 <= 0) return null;
  const volumeMm3 = only.volumeMm3 * quantity;
  const massG = measuredMassG - measures.totalCarats * G_PER_CARAT * quantity;
  const ratio = massG / ((volumeMm3 / 1000) * alloy.densityGPerCm3);
  return Math.abs(ratio - 1) > FARTHEST ? null : { alloy: alloy.id, massG, volumeMm3 };
}

/** Adds a weighing to what the atelier's own density of the alloy is made from; its next estimates go by it. */
export async function correctDensity(
  tx: Tx,
  order: OrderStanding,
  { measuredMassG, at }: { measuredMassG: number; at: Date },
): Promise<void> {
  const { measures } = pieceOf(order.proof);
  const weighing = weighingOf(measures, order.quantity, measuredMassG);
  if (!weighing) return;
  const { alloy, massG, volumeMm3 } = weighing;
  const { atelierId, quantity: pieces } = order;
  await tx.atelierDensity.upsert({
    where: { atelierId_alloy: { atelierId, alloy } },
    update: {
      massG: { increment: massG },
      volumeMm3: { increment: volumeMm3 },
      pieces: { increment: pieces },
    },
    create: { atelierId, alloy, massG, volumeMm3, pieces },
  });
  // Whoever keeps ateliers in memory goes by this time.
  await tx.atelier.update({ where: { id: atelierId }, data: { updatedAt: at } });
}
