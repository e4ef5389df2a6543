import type { Point2 } from "../solid/kernel.ts";

/** An ellipse turned counter-clockwise by `tiltDeg`. */
export function oval([cx, cy]: Point2, [rx, ry]: Point2, tiltDeg = 0, steps = 40): Point2[] {
  const tilt = (tiltDeg * Math.PI) / 180;
  return Array.from({ length: steps }, (_, i) => {
    const a = (i / steps) * 2 * Math.PI;
    const x = rx * Math.cos(a);
    const y = ry * Math.sin(a);
    return [
      cx + x * Math.cos(tilt) - y * Math.sin(tilt),
      cy + x * Math.sin(tilt) + y * Math.cos(tilt),
    ] as const;
  });
}

/** A point on the curve with control points `a`, `b`, `c`. */
const onCurve = (a: Point2, b: Point2, c: Point2, t: number): Point2 => {
  const u = 1 - t;
  return [
    u * u * a[0] + 2 * u * t * b[0] + t * t * c[0],
    u * u * a[1] + 2 * u * t * b[1] + t * t * c[1],
  ];
};

/** Points along a quadratic curve. */
export const curve = (a: Point2, b: Point2, c: Point2, steps = 18): Point2[] =>
  Array.from({ length: steps + 1 }, (_, i) => onCurve(a, b, c, i / steps));

/** A brush stroke along points: `widthAt` gives its half width at a share of its length; its ends are round. */
export function stroke(points: readonly Point2[], widthAt: (t: number) => number): Point2[] {
  const last = points.length - 1;
  const sideOf = (i: number, sign: number): Point2 => {
    const [ax, ay] = points[Math.max(0, i - 1)]!;
    const [bx, by] = points[Math.min(last, i + 1)]!;
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const w = (sign * widthAt(i / last)) / length;
    const [x, y] = points[i]!;
    return [x + (by - ay) * w, y - (bx - ax) * w];
  };
  const cap = (i: number, inner: number): Point2[] => {
    const [x, y] = points[i]!;
    const [px, py] = points[inner]!;
    const length = Math.hypot(x - px, y - py) || 1;
    const w = widthAt(i / last);
    const [dx, dy] = [(x - px) / length, (y - py) / length];
    return [-60, -30, 0, 30, 60].map((deg): Point2 => {
      const a = (deg * Math.PI) / 180;
      const [c, s] = [Math.cos(a) * w, Math.sin(a) * w];
      return [x + dx * c - dy * s, y + dy * c + dx * s];
    });
  };
  const right = points.map((_, i) => sideOf(i, 1));
  const left = points.map((_, i) => sideOf(i, -1)).reverse();
  return [...right, ...cap(last, last - 1), ...left, ...cap(0, 1)];
}

/** A region between an upper and a lower curve that meet at both ends: a mouth, a collar. */
export const lens = (upper: readonly Point2[], lower: readonly Point2[]): Point2[] => [
  ...lower,
  ...[...upper].reverse().slice(1, -1),
];

/** A star with `points` tips. */
export function star([cx, cy]: Point2, radius: number, inner: number, points = 5): Point2[] {
  return Array.from({ length: points * 2 }, (_, i) => {
    const a = Math.PI / 2 + (i * Math.PI) / points;
    const r = i % 2 === 0 ? radius : inner;
    return [cx + r * Math.cos(a), cy + r * Math.sin(a)] as const;
  });
}

/** A polygon mirrored across x = 0, still counter-clockwise. */
export const flipped = (outline: readonly Point2[]): Point2[] =>
  outline.map(([x, y]): Point2 => [-x, y]).reverse();

/** A heart as wide as 2 × `half`, its lowest point at the bottom. */
export function heart([cx, cy]: Point2, half: number, steps = 64): Point2[] {
  return Array.from({ length: steps }, (_, i) => {
    const a = (i / steps) * 2 * Math.PI;
    const x = 16 * Math.sin(a) ** 3;
    const y = 13 * Math.cos(a) - 5 * Math.cos(2 * a) - 2 * Math.cos(3 * a) - Math.cos(4 * a);
    return [cx + (x / 16) * half, cy + (y / 16) * half] as const;
  }).reverse();
}
