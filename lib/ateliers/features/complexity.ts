import type { Measures } from "#lib/kernel/measures.ts";
import { craftLabel } from "#lib/shared/crafts.ts";
import type { Bill } from "./bill.ts";
import { COMPLEXITY_CLASSES, type Complexity, type NeededCraft } from "./types.ts";

/** Points from which each class but the first begins. */
const CLASS_FROM = [2, 4, 6];

type Counted = [points: number, reason: string];

/** Holes through a piece: from here on it is openwork, which takes long to finish inside. */
const OPENWORK_GENUS = 12;
const SMALL_STONE_MM = 1.5;
const LARGE_MM = 150;
const THIN_WALL_MM = 1;

function stonePoints({ stones }: Bill): Counted[] {
  const count = stones.reduce((sum, stone) => sum + stone.count, 0);
  if (count === 0) return [];
  const points = count >= 20 ? 3 : count >= 4 ? 2 : 1;
  const small = stones.filter(({ sizeMm }) => sizeMm[0] <= SMALL_STONE_MM);
  const smallCount = small.reduce((sum, stone) => sum + stone.count, 0);
  return [
    [points, count === 1 ? "One stone to set." : `${count} stones to set.`],
    ...(smallCount >= 4
      ? ([[1, `${smallCount} of them are ${SMALL_STONE_MM} mm or smaller.`]] as Counted[])
      : []),
  ];
}

function workPoints({ letters, chainLinks, handwork, sewn }: Bill): Counted[] {
  const minutes = sewn?.pack.sewingMinutes ?? 0;
  return [
    ...(letters > 0 ? ([[1, `${letters} letters.`]] as Counted[]) : []),
    ...(chainLinks > 20 ? ([[1, `A chain of ${chainLinks} links.`]] as Counted[]) : []),
    ...handwork.map(
      ({ craft, hours }): Counted => [1, `${craftLabel(craft)} by hand, about ${hours} h.`],
    ),
    ...(minutes >= 120
      ? ([[minutes >= 300 ? 2 : 1, `${minutes} minutes of sewing.`]] as Counted[])
      : []),
  ];
}

function formPoints(measures: Measures): Counted[] {
  const { genus, thinnestWallMm: wallMm, boxMm, garment } = measures;
  const longestMm = Math.max(...boxMm);
  return [
    ...(genus >= OPENWORK_GENUS
      ? ([[1, `Openwork: ${genus} holes through it.`]] as Counted[])
      : []),
    ...(wallMm !== null && wallMm < THIN_WALL_MM
      ? ([[1, `Walls of ${wallMm.toFixed(2)} mm leave little to file.`]] as Counted[])
      : []),
    ...(longestMm > LARGE_MM && !garment
      ? ([[1, `${Math.round(longestMm)} mm long.`]] as Counted[])
      : []),
  ];
}

/** How much skill a design asks, with what made it so. Without measures only the bill counts. */
export function complexityOf(
  bill: Bill,
  crafts: readonly NeededCraft[],
  measures: Measures | null,
): Complexity {
  const counted = [
    ...stonePoints(bill),
    ...workPoints(bill),
    ...(measures ? formPoints(measures) : []),
    ...(crafts.length > 2 ? ([[1, `${crafts.length} crafts together.`]] as Counted[]) : []),
  ];
  const points = counted.reduce((sum, [one]) => sum + one, 0);
  const reasons = counted.map(([, reason]) => reason);
  return {
    class: COMPLEXITY_CLASSES[CLASS_FROM.filter((from) => points >= from).length]!,
    reasons: reasons.length > 0 ? reasons : ["Nothing beyond the basic craft."],
  };
}
