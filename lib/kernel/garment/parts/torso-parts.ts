import { clothPart, trimPart } from "../cloth-part.ts";
import { collarGrid, lapelGrid, neckPath, turtleneckGrid } from "../collar.ts";
import { patternOf } from "../pattern/pattern.ts";
import type { Grid } from "../sheet.ts";
import { sleeveGrid } from "../sleeve.ts";
import type { Torso } from "../torso.ts";
import { torsoGrid } from "../torso-panels.ts";
import { ribbonMesh } from "../trim.ts";
import { FRONT_OPEN, type Making, type PlannedPart } from "./planned-part.ts";

const mirrored = (grid: Grid): Grid => ({
  ...grid,
  points: grid.points.map((value, i) => (i % 3 === 0 ? -value : value)),
  cloth: grid.cloth.map((value, i) => (i % 2 === 0 ? -value : value)),
});

/** Front and back of a bodice or a body, in halves where it closes. */
export function bodyParts({ maker, perDm }: Making, torso: Torso, closure: string): PlannedPart[] {
  const name = torso.hang ? "body" : "bodice";
  const panel = (label: string, side: "front" | "back", from: number, to: number): PlannedPart => ({
    name: `${label} ${name}`,
    make: () =>
      clothPart(
        `${label} ${name}`,
        torsoGrid(torso, { side, from, to }, { perDm }),
        side === "front" ? 1 : -1,
        maker,
      ),
  });
  const halves = (side: "front" | "back") => [
    panel(`left ${side}`, side, 0, 0.5),
    panel(`right ${side}`, side, 0.5, 1),
  ];
  return [
    ...(FRONT_OPEN.has(closure) ? halves("front") : [panel("front", "front", 0, 1)]),
    ...(closure === "zip-back" ? halves("back") : [panel("back", "back", 0, 1)]),
  ];
}

/** Both sleeves, where there are any. */
export function sleeveParts({ laid, maker, perDm }: Making, torso: Torso): PlannedPart[] {
  const plan = patternOf(laid).sleeve;
  if (!plan) return [];
  const shape = laid.design.torso!.sleeveShape;
  const t = plan.lengthMm / laid.form.lengths.armMm;
  const grid = () =>
    sleeveGrid(
      torso,
      {
        shape,
        isCap: plan.isCap,
        lengthMm: plan.lengthMm,
        upperArmMm: plan.upperArmMm,
        hemMm: plan.hemMm,
        lean: 0.42 - 0.22 * t,
        fullness: plan.fullness,
      },
      perDm,
    );
  return [
    { name: "left sleeve", make: () => clothPart("left sleeve", grid(), 1, maker) },
    { name: "right sleeve", make: () => clothPart("right sleeve", mirrored(grid()), -1, maker) },
  ];
}

/** What finishes the neck: a collar, lapels, or a binding. */
export function neckParts({ laid, maker, perDm }: Making, torso: Torso): PlannedPart[] {
  const { collar, neckline } = laid.design.torso!;
  const cloth = (name: string, grid: () => Grid): PlannedPart => ({
    name,
    make: () => clothPart(name, grid(), 1, maker),
  });
  if (collar === "stand")
    return [
      cloth("stand collar", () =>
        collarGrid(torso, { standMm: 40, fallMm: 0, from: 0.012 }, perDm),
      ),
    ];
  if (collar === "shirt")
    return [
      cloth("collar", () => collarGrid(torso, { standMm: 34, fallMm: 66, from: 0.012 }, perDm)),
    ];
  if (collar === "lapel")
    return [
      cloth("collar", () => collarGrid(torso, { standMm: 32, fallMm: 70, from: 0.225 }, perDm)),
      cloth("left lapel", () => lapelGrid(torso, true, perDm)),
      cloth("right lapel", () => lapelGrid(torso, false, perDm)),
    ];
  if (neckline === "turtleneck") return [cloth("turtleneck", () => turtleneckGrid(torso, perDm))];
  const path = () => neckPath(torso, 160);
  return [
    {
      name: "neck binding",
      make: () =>
        trimPart(
          "neck binding",
          ribbonMesh(path(), { widthMm: 7, thicknessMm: 2.2, isClosed: true, liftMm: 0.4 }),
          maker,
        ),
    },
  ];
}
