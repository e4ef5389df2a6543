import type { SkirtDesign } from "../design.ts";
import { type Flare, flareGirth } from "../flare.ts";
import { arc, type Edge, type P2, type PatternPiece } from "./outline.ts";

/** A skirt's widest panel must lie on the cloth. */
export const CLOTH_WIDTH_MM = 1500;
const ROOM_MM = 60;

/** How many equal panels a skirt is cut in: two, or as many more as the cloth's width asks for. */
export function panelCount(flare: Flare): number {
  for (const panels of [2, 4, 6, 8, 12])
    if (panelWidth(flare, panels) <= CLOTH_WIDTH_MM - ROOM_MM) return panels;
  return 16;
}

function panelWidth({ angle, topArcMm, lengthMm }: Flare, panels: number): number {
  if (angle < 1e-6) return topArcMm / panels;
  const radius = topArcMm / angle + lengthMm;
  return 2 * radius * Math.sin(Math.min(Math.PI / 2, angle / panels / 2));
}

/** Darts of a panel: places across its waist, and how much each takes, mm. */
function darts(flare: Flare, panels: number) {
  if (flare.fullness !== "darts") return [];
  const takesMm = (flare.topArcMm - flare.waistMm) / panels;
  const count = panels > 2 ? 1 : takesMm > 70 ? 4 : 2;
  return Array.from({ length: count }, (_, i) => ({
    across: (i + 1) / (count + 1) - 0.5,
    takesMm: takesMm / count,
  }));
}

/** A place on a panel from its way across (mm, 0 in its middle) and down. */
function placer({ angle, topArcMm }: Flare) {
  if (angle < 1e-6) return (across: number, down: number): P2 => [across, down];
  const inner = topArcMm / angle;
  return (across: number, down: number): P2 => {
    const radius = inner + down;
    const turn = across / radius;
    return [radius * Math.sin(turn), radius * Math.cos(turn) - inner];
  };
}

function edgesOf(
  flare: Flare,
  panels: number,
  sides: readonly [left: Edge["kind"], right: Edge["kind"]],
  names: readonly [string, string],
): Edge[] {
  const { angle, topArcMm, lengthMm, taperMm, hipDepthMm } = flare;
  const share = angle / panels;
  const top = topArcMm / panels;
  if (angle < 1e-6) {
    const in_ = taperMm / panels / 2;
    const w = top / 2;
    const side = (sign: 1 | -1): P2[] =>
      taperMm > 0
        ? [
            [sign * w, 0],
            [sign * w, hipDepthMm],
            [sign * (w - in_), lengthMm],
          ]
        : [
            [sign * w, 0],
            [sign * w, lengthMm],
          ];
    return [
      {
        kind: "seam",
        name: "waist",
        points: [
          [-w, 0],
          [w, 0],
        ],
      },
      { kind: sides[1], name: names[1], points: side(1) },
      {
        kind: "hem",
        name: "hem",
        points: [
          [w - in_, lengthMm],
          [-w + in_, lengthMm],
        ],
      },
      { kind: sides[0], name: names[0], points: side(-1).reverse() },
    ];
  }
  const inner = topArcMm / angle;
  const middle: P2 = [0, -inner];
  const down = Math.PI / 2;
  const waist = arc(middle, inner, down + share / 2, down - share / 2);
  const hem = arc(middle, inner + lengthMm, down - share / 2, down + share / 2);
  return [
    { kind: "seam", name: "waist", points: waist },
    { kind: sides[1], name: names[1], points: [waist.at(-1)!, hem[0]!] },
    { kind: "hem", name: "hem", points: hem },
    { kind: sides[0], name: names[0], points: [hem.at(-1)!, waist[0]!] },
  ];
}

function dartMarks(flare: Flare, panels: number) {
  const place = placer(flare);
  const top = flare.topArcMm / panels;
  const lengthMm = Math.min(flare.hipDepthMm * 0.62, flare.lengthMm * 0.5);
  return darts(flare, panels).map(({ across, takesMm }) => ({
    name: "dart",
    points: [
      place(across * top - takesMm / 2, 0),
      place(across * top, lengthMm),
      place(across * top + takesMm / 2, 0),
    ],
  }));
}

/** The flat panels of a skirt, waist seam to hem, and its waistband where it has one. */
export function skirtPieces(
  flare: Flare,
  { waistbandMm }: Pick<SkirtDesign, "waistbandMm">,
): PatternPiece[] {
  const panels = panelCount(flare);
  const marks = dartMarks(flare, panels);
  const edges = edgesOf(flare, panels, ["seam", "seam"], ["side seam", "side seam"]);
  const panel = (id: string, name: string, count: number): PatternPiece => ({
    id,
    name,
    count,
    edges,
    marks,
    isOnFold: false,
  });
  const skirts =
    panels === 2
      ? [panel("skirt-front", "Front skirt", 1), panel("skirt-back", "Back skirt", 1)]
      : [panel("skirt-panel", "Skirt panel", panels)];
  return waistbandMm > 0
    ? [
        ...skirts,
        bandPiece("waistband", "Waistband", flareGirth({ ...flare }, 0) + WRAP_MM, waistbandMm),
      ]
    : skirts;
}

/** A waistband overlaps by this to carry its button or hook. */
const WRAP_MM = 30;

/** A folded band: twice its finished height. */
export function bandPiece(
  id: string,
  name: string,
  lengthMm: number,
  heightMm: number,
): PatternPiece {
  const h = 2 * heightMm;
  const corner = (x: number, y: number): P2 => [x, y];
  return {
    id,
    name,
    count: 1,
    isOnFold: false,
    // The grain runs along the band, so that it does not stretch.
    edges: [
      { kind: "seam", name: "end", points: [corner(0, 0), corner(h, 0)] },
      { kind: "seam", name: "long edge", points: [corner(h, 0), corner(h, lengthMm)] },
      { kind: "seam", name: "end", points: [corner(h, lengthMm), corner(0, lengthMm)] },
      { kind: "seam", name: "long edge", points: [corner(0, lengthMm), corner(0, 0)] },
    ],
    marks: [{ name: "fold", points: [corner(heightMm, 0), corner(heightMm, lengthMm)] }],
  };
}
