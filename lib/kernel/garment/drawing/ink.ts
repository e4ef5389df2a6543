import type { P2 } from "../pattern/outline.ts";

/** How a line is drawn; widths in mm of garment, a tenth of that on paper at 1:10. */
export type LineStyle =
  | "outline"
  | "seam"
  | "stitch"
  | "dart"
  | "fold"
  | "cut"
  | "sew"
  | "thin"
  | "measure";

const STYLES: Record<LineStyle, string> = {
  outline: 'stroke="#16181d" stroke-width="7"',
  seam: 'stroke="#16181d" stroke-width="4"',
  stitch: 'stroke="#16181d" stroke-width="2.6" stroke-dasharray="11 8"',
  dart: 'stroke="#16181d" stroke-width="3"',
  fold: 'stroke="#5b616e" stroke-width="3" stroke-dasharray="34 9 7 9"',
  cut: 'stroke="#16181d" stroke-width="5"',
  sew: 'stroke="#5b616e" stroke-width="2.6" stroke-dasharray="16 10"',
  thin: 'stroke="#5b616e" stroke-width="2.4"',
  measure: 'stroke="#2458a6" stroke-width="2.2"',
};

const digits = (value: number) => String(Number(value.toFixed(2)));
const xml = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!,
  );

export const pathOf = (points: readonly P2[], isClosed = false) =>
  `M${points.map(([x, y]) => `${digits(x)} ${digits(y)}`).join("L")}${isClosed ? "Z" : ""}`;

export interface TextOptions {
  sizeMm?: number;
  anchor?: "start" | "middle" | "end";
  turnDeg?: number;
  colour?: string;
  isBold?: boolean;
}

/** Collects the marks of a drawing; all places are mm of garment, y down. */
export class Ink {
  readonly marks: string[] = [];
  /** What the drawing covers so far. */
  readonly box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

  private reach(points: readonly P2[], margin = 0): void {
    for (const [x, y] of points) {
      this.box.left = Math.min(this.box.left, x - margin);
      this.box.right = Math.max(this.box.right, x + margin);
      this.box.top = Math.min(this.box.top, y - margin);
      this.box.bottom = Math.max(this.box.bottom, y + margin);
    }
  }

  line(points: readonly P2[], style: LineStyle): void {
    this.reach(points);
    this.marks.push(`<path d="${pathOf(points)}" ${STYLES[style]}/>`);
  }

  shape(points: readonly P2[], style: LineStyle, fill = "none"): void {
    this.reach(points);
    this.marks.push(`<path d="${pathOf(points, true)}" fill="${fill}" ${STYLES[style]}/>`);
  }

  circle([x, y]: P2, radiusMm: number, style: LineStyle, fill = "#ffffff"): void {
    this.reach([[x, y]], radiusMm);
    this.marks.push(
      `<circle cx="${digits(x)}" cy="${digits(y)}" r="${digits(radiusMm)}" fill="${fill}" ${STYLES[style]}/>`,
    );
  }

  text(
    [x, y]: P2,
    words: string,
    {
      sizeMm = 30,
      anchor = "start",
      turnDeg = 0,
      colour = "#16181d",
      isBold = false,
    }: TextOptions = {},
  ): void {
    const width = words.length * sizeMm * 0.56;
    const from = anchor === "start" ? 0 : anchor === "middle" ? -width / 2 : -width;
    if (turnDeg === 0)
      this.reach([
        [x + from, y - sizeMm],
        [x + from + width, y + sizeMm * 0.3],
      ]);
    else this.reach([[x, y]], sizeMm);
    const turn =
      turnDeg === 0 ? "" : ` transform="rotate(${digits(turnDeg)} ${digits(x)} ${digits(y)})"`;
    const weight = isBold ? ' font-weight="600"' : "";
    this.marks.push(
      `<text x="${digits(x)}" y="${digits(y)}" font-size="${sizeMm}" text-anchor="${anchor}" fill="${colour}" stroke="none"${weight}${turn}>${xml(words)}</text>`,
    );
  }

  /** A dimension line between two places, `offMm` to its left seen from the first, with its length in mm. */
  dimension(a: P2, b: P2, offMm: number, label = ""): void {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 1) return;
    const u: P2 = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    const n: P2 = [u[1], -u[0]];
    const at = (p: P2, along: number, off: number): P2 => [
      p[0] + u[0] * along + n[0] * off,
      p[1] + u[1] * along + n[1] * off,
    ];
    const sign = Math.sign(offMm) || 1;
    const [p, q] = [at(a, 0, offMm), at(b, 0, offMm)];
    this.line([p, q], "measure");
    for (const [end, way] of [
      [p, 1],
      [q, -1],
    ] as const) {
      this.line([at(end, 14 * way, 6), end, at(end, 14 * way, -6)], "measure");
    }
    this.line([at(a, 0, sign * 8), at(a, 0, offMm + sign * 10)], "measure");
    this.line([at(b, 0, sign * 8), at(b, 0, offMm + sign * 10)], "measure");
    const middle = at(a, length / 2, offMm + 9);
    const turn = (Math.atan2(u[1], u[0]) * 180) / Math.PI;
    const upright = turn > 90 || turn <= -90 ? turn + 180 : turn;
    const words = `${label ? `${label} ` : ""}${Math.round(length).toLocaleString("en-US")}`;
    const place = upright === turn ? middle : at(a, length / 2, offMm - 9);
    this.text(place, words, { anchor: "middle", turnDeg: upright, sizeMm: 26, colour: "#2458a6" });
  }
}

/** A curve mirrored about the middle and joined to itself: right half, then left half from below. */
export const mirroredLoop = (half: readonly P2[]): P2[] => [
  ...half,
  ...half.map(([x, y]): P2 => [-x, y]).reverse(),
];

export const mirror = (points: readonly P2[]): P2[] => points.map(([x, y]) => [-x, y]);

export const moved = (points: readonly P2[], dx: number, dy: number): P2[] =>
  points.map(([x, y]) => [x + dx, y + dy]);
