import type { Laid } from "../laid.ts";
import type { P2 } from "../pattern/outline.ts";
import type { Pattern } from "../pattern/pattern.ts";
import { buttonMm, techPackOf } from "../tech-pack.ts";
import { halfWidthAt } from "./flat-skirt.ts";
import type { Side } from "./flat-torso.ts";
import type { Ink } from "./ink.ts";

const CLOTH = "#f6f5f2";

/** Where the front opens from and to, y from the shoulder's neck point (or the waist of a skirt). */
function openFront(
  { skirt, torso }: Laid,
  { front }: Pattern,
  waistY: number,
): { top: number; bottom: number } {
  const top = front ? front.middleY : waistY;
  return { top, bottom: waistY + (skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0) };
}

function drawButtons(ink: Ink, laid: Laid, pattern: Pattern, waistY: number): void {
  const { design } = laid;
  const { top, bottom } = openFront(laid, pattern, waistY);
  const isCoat = design.kind === "coat";
  const half = isCoat ? 31 : 13;
  for (const x of [-half, half])
    ink.line(
      [
        [x, top + (x > 0 ? 3 : 3)],
        [x, bottom],
      ],
      x > 0 ? "seam" : "stitch",
    );
  const count = design.torso?.buttons ?? design.skirt?.buttons ?? 0;
  const span = (bottom - top) * (isCoat ? 0.6 : 0.92);
  for (let i = 0; i < count; i++) {
    ink.circle(
      [0, top + 22 + ((span - 22) * i) / Math.max(1, count - 1)],
      buttonMm(laid) / 2,
      "seam",
    );
  }
}

function drawZip(ink: Ink, top: number, lengthMm: number): void {
  ink.line(
    [
      [0, top],
      [0, top + lengthMm],
    ],
    "seam",
  );
  for (const x of [-7, 7])
    ink.line(
      [
        [x, top],
        [x, top + lengthMm],
      ],
      "stitch",
    );
  ink.shape(
    [
      [-5, top + 4],
      [5, top + 4],
      [4, top + 26],
      [-4, top + 26],
    ],
    "seam",
    "#ffffff",
  );
}

function drawWrap(ink: Ink, { torso, skirt }: Laid, { front }: Pattern, waistY: number): void {
  if (!front) return;
  const end: P2 = [front.waistMm * 0.86, waistY];
  ink.line([[0, front.middleY], end], "outline");
  const below = skirt?.flare.lengthMm ?? torso?.hang?.lengthMm ?? 0;
  const wide = skirt ? halfWidthAt(skirt, below) : front.waistMm;
  ink.line([end, [Math.min(wide * 0.78, end[0] + 60), waistY + below]], "outline");
  for (const dx of [12, 30])
    ink.line(
      [
        [end[0] + 4, waistY],
        [end[0] + dx, waistY + 150 + dx],
      ],
      "seam",
    );
}

function drawBelt(ink: Ink, { design, girths }: Laid, waistY: number, side: Side): void {
  if (design.beltMm === 0) return;
  const half = girths.waistMm / 4 + 3;
  const h = design.beltMm / 2;
  ink.shape(
    [
      [-half, waistY - h],
      [half, waistY - h],
      [half, waistY + h],
      [-half, waistY + h],
    ],
    "outline",
    CLOTH,
  );
  if (side === "front" && design.torso?.closure !== "wrap") {
    ink.shape(
      [
        [-h * 0.9, waistY - h - 4],
        [h * 0.9, waistY - h - 4],
        [h * 0.9, waistY + h + 4],
        [-h * 0.9, waistY + h + 4],
      ],
      "seam",
    );
  }
}

function drawPockets(ink: Ink, { design, torso }: Laid, { front }: Pattern, waistY: number): void {
  const pockets = design.torso?.pockets ?? "none";
  if (pockets === "none" || !front?.hem || (torso?.hang?.lengthMm ?? 0) < 260) return;
  const x = front.hem.hipMm * 0.3;
  for (const sign of [1, -1]) {
    if (pockets === "patch") {
      const box: P2[] = [
        [x, waistY + 105],
        [x + 170, waistY + 105],
        [x + 170, waistY + 275],
        [x + 150, waistY + 295],
        [x + 20, waistY + 295],
        [x, waistY + 275],
      ];
      ink.shape(
        box.map(([a, b]): P2 => [sign * a, b]),
        "seam",
        CLOTH,
      );
    } else {
      const slant: P2[] = [
        [x + 70, waistY + 70],
        [x + 96, waistY + 76],
        [x + 118, waistY + 222],
        [x + 92, waistY + 218],
      ];
      ink.shape(
        slant.map(([a, b]): P2 => [sign * a, b]),
        "seam",
        CLOTH,
      );
    }
  }
}

/** Closures, belt and pockets of one side. */
export function drawDetails(
  ink: Ink,
  laid: Laid,
  pattern: Pattern,
  waistY: number,
  side: Side,
): void {
  const closure = laid.design.torso?.closure ?? laid.design.skirt?.closure ?? "none";
  const zip = techPackOf(laid).trims.find(({ name }) => name === "Zip");
  if (side === "front") {
    drawPockets(ink, laid, pattern, waistY);
    if (closure === "buttons-front") drawButtons(ink, laid, pattern, waistY);
    if (closure === "zip-front" && zip && pattern.front)
      drawZip(ink, pattern.front.middleY, zip.sizeMm);
    if (closure === "wrap") drawWrap(ink, laid, pattern, waistY);
  } else if (closure === "zip-back" && zip) {
    drawZip(ink, pattern.back ? pattern.back.middleY : waistY, zip.sizeMm);
  }
  drawBelt(ink, laid, waistY, side);
}
