import type { Mesh, Vec3 } from "../../mesh.ts";
import type { Solid, SolidKernel } from "../../solid/kernel.ts";
import { roundSection, sweepLoop } from "../../solid/sweep.ts";
import { bar } from "../tube.ts";
import type { Member } from "./joint.ts";
import { type Link, type LinkDetail, linkWires } from "./link.ts";

const WIRE_STEPS = 48;

/** A link as a member of a chain. */
export function linkMember(shape: string, link: Link): Member {
  const radiusMm = link.wireMm / 2;
  const x = link.lengthMm / 2 - radiusMm;
  return {
    shape,
    wires: linkWires(link, WIRE_STEPS),
    left: { x: -x, radiusMm },
    right: { x, radiusMm },
  };
}

/** A round ring of wire, mm inside. */
export const jumpRing = (insideMm: number, wireMm: number): Link => ({
  lengthMm: insideMm + 2 * wireMm,
  widthMm: insideMm + 2 * wireMm,
  wireMm,
  twistDeg: 0,
  flatMm: null,
  stripMm: null,
});

/**
 * A lobster clasp, closed, mm: a claw whose hook is at −X and whose eye is at +X, lying in the XY plane. The gate is
 * at +Y.
 */
export interface Lobster {
  lengthMm: number;
  /** Of the ring in its eye. */
  ringWireMm: number;
}

/** Shares of the claw's length: half its width, and its thinnest and thickest metal. */
const HALF_WIDTH_SHARE = 0.25;
const GATE_SHARE = 0.1;
const BACK_SHARE = 0.16;
const EYE_WIRE_SHARE = 0.05;
const LEAST_RADIUS_MM = 0.45;
/** Room around the ring in the eye. */
const EYE_PLAY_MM = 1.2;
/** How much the drop narrows towards its hook. */
const DROP = -0.26;
const UP: Vec3 = [0, 0, 1];

/** The claw's half thickness by turn, 0 at the eye: slim at hook and gate, stout at the back and where the spring sits. */
function clawRadius(lengthMm: number, turn: number): number {
  const back = (1 - Math.sin(turn)) / 2;
  const root = ((1 + Math.cos(turn)) / 2) ** 2;
  const stout = Math.min(1, 0.7 * back * back + 0.8 * root);
  const share = GATE_SHARE + (BACK_SHARE - GATE_SHARE) * stout;
  return Math.max(LEAST_RADIUS_MM, (share * lengthMm) / 2 + 0.1);
}

function eyeOf({ lengthMm, ringWireMm }: Lobster) {
  const radiusMm = Math.max(LEAST_RADIUS_MM, EYE_WIRE_SHARE * lengthMm);
  const ringMm = (ringWireMm + EYE_PLAY_MM) / 2 + radiusMm;
  return { radiusMm, ringMm, x: lengthMm / 2 - ringMm - radiusMm };
}

/** Points of the claw's middle line, a drop, from the eye counter-clockwise. */
function clawPoint(lobster: Lobster, turn: number): Vec3 {
  const { lengthMm } = lobster;
  const eye = eyeOf(lobster);
  const right = eye.x - eye.ringMm + eye.radiusMm - clawRadius(lengthMm, 0);
  const left = -lengthMm / 2 + clawRadius(lengthMm, Math.PI);
  const x = (right + left) / 2 + ((right - left) / 2) * Math.cos(turn);
  const y = HALF_WIDTH_SHARE * lengthMm * Math.sin(turn) * (1 + DROP * Math.cos(turn));
  return [x, y, 0];
}

const turnsOf = (steps: number) =>
  Array.from({ length: steps }, (_, i) => (i / steps) * 2 * Math.PI);

function eyePath(lobster: Lobster, steps: number): Vec3[] {
  const { ringMm, x } = eyeOf(lobster);
  return turnsOf(steps).map((turn) => [x + ringMm * Math.cos(turn), ringMm * Math.sin(turn), 0]);
}

/** The clasp as a member: the half of the claw that hooks, and the eye. */
export function lobsterMember(lobster: Lobster): Member {
  const { lengthMm, ringWireMm } = lobster;
  const hook = turnsOf(WIRE_STEPS).filter((turn) => Math.cos(turn) < 0.2);
  const radiusMm = clawRadius(lengthMm, Math.PI);
  const stoutMm = Math.max(...hook.map((turn) => clawRadius(lengthMm, turn)));
  const eye = eyeOf(lobster);
  return {
    shape: `lobster ${lengthMm} ${ringWireMm}`,
    wires: [
      { points: hook.map((turn) => clawPoint(lobster, turn)), radiusMm: stoutMm, isOpen: true },
      { points: eyePath(lobster, WIRE_STEPS), radiusMm: eye.radiusMm },
    ],
    left: { x: -lengthMm / 2 + radiusMm, radiusMm },
    right: { x: lengthMm / 2 - eye.radiusMm, radiusMm: eye.radiusMm },
  };
}

/** The clasp as one closed mesh: claw, eye, thumb lever and the gate's collar. */
export function lobsterMesh(kernel: SolidKernel, lobster: Lobster, detail: LinkDetail): Mesh {
  const { lengthMm } = lobster;
  const turns = turnsOf(2 * detail.pathSteps);
  const claw = sweepLoop(
    kernel,
    {
      points: turns.map((turn) => clawPoint(lobster, turn)),
      across: turns.map(() => UP),
      sizes: turns.map((turn) => clawRadius(lengthMm, turn)),
    },
    roundSection(1, detail.roundSteps),
  );
  const eye = eyePath(lobster, detail.pathSteps);
  const ring = sweepLoop(
    kernel,
    { points: eye, across: eye.map(() => UP) },
    roundSection(eyeOf(lobster).radiusMm, detail.roundSteps),
  );
  return kernel.scope(() =>
    kernel.toMesh(
      kernel.union([
        kernel.fromMesh(claw),
        kernel.fromMesh(ring),
        lever(kernel, lobster, detail),
        collar(kernel, lobster, detail),
      ]),
    ),
  );
}

/** What the thumb draws back, on the gate's side. */
function lever(kernel: SolidKernel, lobster: Lobster, { roundSteps }: LinkDetail): Solid {
  const { lengthMm } = lobster;
  const from = clawPoint(lobster, 0.28 * Math.PI);
  const radius = Math.max(LEAST_RADIUS_MM, 0.045 * lengthMm);
  const out = clawRadius(lengthMm, 0.28 * Math.PI) + 0.09 * lengthMm;
  const path: Vec3[] = [
    from,
    [from[0] + 0.3 * out, from[1] + 0.6 * out, 0],
    [from[0] + 0.75 * out, from[1] + 0.95 * out, 0],
  ];
  return bar(kernel, path, [radius, radius, 1.1 * radius], roundSteps);
}

/** Where the gate meets the hook. */
function collar(kernel: SolidKernel, lobster: Lobster, { roundSteps }: LinkDetail): Solid {
  const turns = [0.66, 0.7, 0.74].map((share) => share * Math.PI);
  const path = turns.map((turn) => clawPoint(lobster, turn));
  const radii = turns.map((turn) => clawRadius(lobster.lengthMm, turn) + 0.14);
  return bar(kernel, path, radii, roundSteps);
}
