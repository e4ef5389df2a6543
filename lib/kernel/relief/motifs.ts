import type { HeightAt } from "./height.ts";

const clamp01 = (value: number) => Math.max(0, Math.min(value, 1));

/** 0 below `from`, 1 above `to`, smooth between. */
function rise(from: number, to: number, value: number): number {
  const t = clamp01((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** A dome over a petal: 1 in its middle, 0 at its edge. */
function petal(along: number, across: number, slender: number): number {
  if (along <= 0 || along >= 1) return 0;
  const half = slender * Math.sin(Math.PI * along ** 0.72);
  const off = Math.abs(across) / Math.max(half, 1e-6);
  return off >= 1 ? 0 : (1 - off * off) ** 0.8;
}

interface Whorl {
  petals: number;
  /** Turn of the first petal, radians. */
  turn: number;
  from: number;
  to: number;
  /** Half width of a petal, share of its length. */
  slender: number;
  low: number;
  high: number;
}

/** The height of a ring of petals; 0 between them. */
function whorlHeight(r: number, angle: number, whorl: Whorl): number {
  const { petals, turn, from, to, slender, low, high } = whorl;
  const step = (2 * Math.PI) / petals;
  const near = angle - turn - step * Math.round((angle - turn) / step);
  const along = (r * Math.cos(near) - from) / (to - from);
  const across = (r * Math.sin(near)) / (to - from);
  const dome = petal(along, across, slender);
  if (dome === 0) return 0;
  const vein = 1 - 0.16 * Math.exp(-((across / 0.022) ** 2)) * rise(0.05, 0.3, along);
  return (low + (high - low) * Math.sin(Math.PI * clamp01(along * 0.8 + 0.1)) ** 0.7 * dome) * vein;
}

const ROSETTE: readonly Whorl[] = [
  { petals: 16, turn: 0, from: 0.2, to: 0.86, slender: 0.155, low: 0.16, high: 0.62 },
  { petals: 8, turn: Math.PI / 8, from: 0.1, to: 0.66, slender: 0.3, low: 0.34, high: 0.86 },
  { petals: 8, turn: 0, from: 0.04, to: 0.42, slender: 0.34, low: 0.5, high: 1 },
];

const BEADS = 48;

/** A ring of beads of radius `bead` at radius `at`. */
function beads(r: number, angle: number, at: number, bead: number): number {
  const step = (2 * Math.PI) / BEADS;
  const near = angle - step * Math.round(angle / step);
  const dx = r * Math.cos(near) - at;
  const dy = r * Math.sin(near);
  return Math.sqrt(clamp01(1 - (dx * dx + dy * dy) / (bead * bead)));
}

/** A rosette of three whorls in a ring of beads, for a medal. */
export const rosette: HeightAt = (x, y) => {
  const r = Math.sqrt(x * x + y * y);
  const angle = Math.atan2(x, y);
  const leaves = Math.max(...ROSETTE.map((whorl) => whorlHeight(r, angle, whorl)));
  const heart = 0.98 * Math.sqrt(clamp01(1 - (r / 0.1) ** 2));
  return Math.max(leaves, heart, 0.45 * beads(r, angle, 0.93, 0.036));
};

/** Turns between one petal of a rose and the next, radians: the golden angle. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const ROSE_PETALS = 26;
/** The outermost petals end this far out. */
const ROSE_SPAN = 0.98;

/** A rose from above: petals that cup inwards, each higher and smaller than the one outside it. */
export const rose: HeightAt = (toX, toY) => {
  const x = toX * ROSE_SPAN;
  const y = toY * ROSE_SPAN;
  let height = 0;
  for (let i = 0; i < ROSE_PETALS; i++) {
    const age = i / (ROSE_PETALS - 1);
    const out = 0.56 * (1 - age) ** 0.85;
    const wide = 0.36 - 0.2 * age;
    const angle = i * GOLDEN;
    const cx = out * Math.cos(angle);
    const cy = out * Math.sin(angle);
    const u = ((x - cx) * Math.cos(angle) + (y - cy) * Math.sin(angle)) / (wide * 0.86);
    const v = ((y - cy) * Math.cos(angle) - (x - cx) * Math.sin(angle)) / (wide * 1.12);
    const edge = u * u + v * v;
    if (edge >= 1) continue;
    // The lip stands up at the outer side, the inner side dips below the next petal.
    const lip = 0.62 + 0.3 * u + 0.24 * rise(0.55, 0.95, edge) * clamp01(0.4 + u);
    const base = 0.12 + 0.74 * age ** 0.9;
    height = Math.max(height, (base + 0.24 * lip) * Math.min(1, (1 - edge) * 9) ** 0.5);
  }
  return clamp01(height);
};

/** Ridge of a range of hills at x: some waves whose phases follow from `seed`. */
function ridge(x: number, seed: number, rough: number): number {
  let height = 0;
  for (let k = 1; k <= 6; k++) {
    height += (Math.sin(x * 1.7 * k ** 1.28 + seed * k * 1.7) * rough) / k ** 1.25;
  }
  return height;
}

/** Darkness of an evening landscape, 0 bright to 1 dark: sun, layered hills, a lake with the sun's path. */
export const landscape: HeightAt = (x, y) => {
  const sunX = 0.28;
  const sunY = 0.3;
  const toSun = Math.sqrt((x - sunX) ** 2 + (0.72 * (y - sunY)) ** 2);
  const sky = 0.06 + 0.34 * clamp01((y + 0.1) / 1.1) + 0.1 * rise(0.1, 0.9, toSun);
  const sun = 1 - rise(0.14, 0.155, toSun);
  let dark = sky * (1 - sun) + 0.01 * sun;
  const lake = -0.52;
  const ranges = [
    { base: 0.12, rough: 0.13, seed: 2.1, tone: 0.42 },
    { base: -0.08, rough: 0.11, seed: 4.6, tone: 0.56 },
    { base: -0.27, rough: 0.08, seed: 7.9, tone: 0.72 },
  ];
  for (const { base, rough, seed, tone } of ranges) {
    const top = base + ridge(x, seed, rough);
    if (y < top) dark = tone - 0.16 * clamp01((top - y) / 0.5);
  }
  if (y < lake) {
    const depth = (lake - y) / 0.48;
    const ripple = 0.5 + 0.5 * Math.sin(y * 90 + Math.sin(x * 7 + y * 21) * 1.6);
    const path = Math.exp(-(((x - sunX) / (0.07 + 0.16 * depth)) ** 2)) * (0.35 + 0.65 * ripple);
    dark = 0.46 + 0.22 * depth + 0.06 * ripple - 0.42 * path;
  }
  const shore = lake - 0.2 + ridge(x * 1.3 + 2, 1.3, 0.09) * 1.2 - 0.22 * x;
  if (y < shore) dark = 0.95;
  return clamp01(dark);
};
