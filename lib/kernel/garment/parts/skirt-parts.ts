import { clothPart } from "../cloth-part.ts";
import type { LaidSkirt } from "../laid.ts";
import { panelCount } from "../pattern/skirt-pieces.ts";
import { skirtGrid } from "../skirt-panels.ts";
import { FRONT_OPEN, type Making, type PlannedPart, QUARTER } from "./planned-part.ts";

/** Where a skirt is cut into panels, and where it closes. */
export function skirtParts(
  { maker, perDm, quality }: Making,
  { flare, hang, design }: LaidSkirt,
): PlannedPart[] {
  const around = quality === "final" ? 420 : 300;
  const panels = panelCount(flare);
  const step = (2 * Math.PI) / panels;
  const panel = (name: string, from: number, to: number): PlannedPart => ({
    name,
    make: () =>
      clothPart(name, skirtGrid(hang, flare, { name, from, to }, perDm * 0.8, around), 1, maker),
  });
  if (panels > 2)
    return Array.from({ length: panels }, (_, i) =>
      panel(`skirt panel ${i + 1}`, i * step, (i + 1) * step),
    );
  const opens = FRONT_OPEN.has(design.closure);
  return [
    ...(opens
      ? [panel("left front skirt", 0, QUARTER), panel("right front skirt", QUARTER, Math.PI)]
      : [panel("front skirt", 0, Math.PI)]),
    ...(design.closure === "zip-back"
      ? [
          panel("right back skirt", Math.PI, 3 * QUARTER),
          panel("left back skirt", 3 * QUARTER, 4 * QUARTER),
        ]
      : [panel("back skirt", Math.PI, 2 * Math.PI)]),
  ];
}
