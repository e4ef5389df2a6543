import { occluded } from "../bvh.ts";
import type { FormLight } from "./form-light.ts";
import { LIGHT_DIRECTIONS } from "./light-directions.ts";
import { mix } from "./sampler.ts";
import { FLOOR_SIDE, type Shot } from "./shot.ts";

/** Part of the map's scale that is even; the rest grows outwards, so that the contact shadow is crisp. */
const EVEN = 0.22;

/** Light is the more missed the less there is: shadows are printed darker than they measure. */
const CONTRAST = 1.7;

/** Map coordinate (−1 to 1) → distance from the centre as a part of the reach. */
const outwards = (u: number) => u * (EVEN + (1 - EVEN) * Math.abs(u));

/** Distance from the centre as a part of the reach → map coordinate. */
function inwards(x: number): number {
  const a = Math.abs(x);
  const u = (Math.sqrt(EVEN * EVEN + 4 * (1 - EVEN) * a) - EVEN) / (2 * (1 - EVEN));
  return x < 0 ? -u : u;
}

/** Lights each cell asks for, one of each equal share of them. */
const ASKED = { draft: 24, final: 64 } as const;

/** The light on what is matte in a shot. */
export function matteLightOf({ geometry: { shape }, lighting }: Shot): FormLight {
  return shape === "flat" || shape === "plate" ? lighting.relief : lighting.form;
}

/** Fills one row of the shot's floor map: the part of the lights that reach each cell. */
export function shadeFloorRow(shot: Shot, row: number): void {
  const { floorCentre, floorReachMm, floorZ, epsilonMm, floorShade, camera, lighting } = shot;
  const { bvh, box, isMatte } = shot.geometry;
  const lights = (isMatte ? matteLightOf(shot) : lighting).floorLights;
  const cos = Math.cos(camera.lightTurn);
  const sin = Math.sin(camera.lightTurn);
  const y = floorCentre[1] + outwards(((row + 0.5) / FLOOR_SIDE) * 2 - 1) * floorReachMm;
  const far = 4 * floorReachMm;
  const asked = ASKED[shot.quality];
  const share = Math.floor(LIGHT_DIRECTIONS / asked);
  for (let column = 0; column < FLOOR_SIDE; column++) {
    const x = floorCentre[0] + outwards(((column + 0.5) / FLOOR_SIDE) * 2 - 1) * floorReachMm;
    let reached = 0;
    for (let n = 0; n < asked; n++) {
      const pick = n * share + (mix(row * FLOOR_SIDE + column, n) % share);
      const lx = lights[3 * pick]!;
      const ly = lights[3 * pick + 1]!;
      const dz = lights[3 * pick + 2]!;
      const dx = lx * cos - ly * sin;
      const dy = lx * sin + ly * cos;
      // Most rays pass beside the box: asking that first is far cheaper than the tree.
      const climb = (box.max[2] - floorZ) / Math.max(dz, 1e-3);
      const misses =
        Math.max(x, x + dx * climb) < box.min[0] ||
        Math.min(x, x + dx * climb) > box.max[0] ||
        Math.max(y, y + dy * climb) < box.min[1] ||
        Math.min(y, y + dy * climb) > box.max[1];
      if (misses || !occluded(bvh, x, y, floorZ, dx, dy, dz, epsilonMm, far)) reached++;
    }
    floorShade[row * FLOOR_SIDE + column] = reached / asked;
  }
}

/** Smooths the sampling noise away (cells are small where shadows are sharp) and fades the map's border to lit. */
export function smoothFloor(floorShade: Float32Array): void {
  const passes = 6;
  const copy = new Float32Array(floorShade.length);
  for (let pass = 0; pass < passes; pass++) {
    blurRows(floorShade, copy, 1, FLOOR_SIDE);
    blurRows(copy, floorShade, FLOOR_SIDE, 1);
  }
  for (let c = 0; c < floorShade.length; c++) {
    const u = ((c % FLOOR_SIDE) + 0.5) / FLOOR_SIDE - 0.5;
    const v = (Math.floor(c / FLOOR_SIDE) + 0.5) / FLOOR_SIDE - 0.5;
    const inside = Math.max(0, Math.min(1, (0.5 - Math.sqrt(u * u + v * v)) / 0.15));
    const arrives = floorShade[c]! ** CONTRAST;
    floorShade[c] = 1 + (arrives - 1) * inside * inside * (3 - 2 * inside);
  }
}

/** A binomial blur of five cells along one axis; `step` is the distance of neighbours, `line` of lines. */
function blurRows(from: Float32Array, to: Float32Array, step: number, line: number): void {
  const last = FLOOR_SIDE - 1;
  for (let l = 0; l < FLOOR_SIDE; l++)
    for (let i = 0; i < FLOOR_SIDE; i++) {
      const at = (offset: number) =>
        from[l * line + Math.max(0, Math.min(last, i + offset)) * step]!;
      to[l * line + i * step] = (at(-2) + at(2) + 4 * (at(-1) + at(1)) + 6 * at(0)) / 16;
    }
}

/** Part of the floor's light that arrives at a point of it, 0 to 1; 1 off the map. */
export function floorShadeAt(shot: Shot, x: number, y: number): number {
  const u = inwards((x - shot.floorCentre[0]) / shot.floorReachMm) * 0.5 + 0.5;
  const v = inwards((y - shot.floorCentre[1]) / shot.floorReachMm) * 0.5 + 0.5;
  const px = u * FLOOR_SIDE - 0.5;
  const py = v * FLOOR_SIDE - 0.5;
  if (!(px >= 0 && py >= 0 && px < FLOOR_SIDE - 1 && py < FLOOR_SIDE - 1)) return 1;
  const i = px | 0;
  const j = py | 0;
  const right = px - i;
  const down = py - j;
  const at = j * FLOOR_SIDE + i;
  const cells = shot.floorShade;
  const near = cells[at]! * (1 - right) + cells[at + 1]! * right;
  const far = cells[at + FLOOR_SIDE]! * (1 - right) + cells[at + FLOOR_SIDE + 1]! * right;
  return near * (1 - down) + far * down;
}
