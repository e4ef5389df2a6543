import type { z } from "zod";
import { linkMember } from "../../kernel/jewelry/chain/clasp.ts";
import type { BedCurve } from "../../kernel/jewelry/chain/curve.ts";
import type { Hung } from "../../kernel/jewelry/chain/joint.ts";
import { jointsOf, layChain, leastClearance } from "../../kernel/jewelry/chain/lay.ts";
import { type Link, linksOf } from "../../kernel/jewelry/chain/link.ts";
import type { Frame } from "../../kernel/jewelry/frame.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import { limitsOf } from "../limits.ts";
import { type Clasp, claspFor } from "./clasps.ts";
import { type ChainSpec, SQUARE_STYLES } from "./schema.ts";

/** How one chain kind lies. */
export interface ChainKind {
  id: string;
  schema: z.ZodType<ChainSpec>;
  curveOf: (widthMm: number) => BedCurve;
  /** How much the curve bends where it bends the most: degrees for each mm, times its length in mm. */
  bendDeg: number;
}

/** Where everything of a chain is: what building, checking and pricing share. */
export interface ChainPlan {
  links: { long: Link; short: Link };
  /** In their order; `shape` names what each is. */
  chain: Hung[];
  frames: Frame[];
  clasp: Clasp;
  linkCount: number;
  /** Around with the clasp closed, mm. */
  lengthMm: number;
  clearance: { mm: number; at: Vec3 };
}

/** Between neighbours where the chain is taut, mm. */
export const CLEAR_MM = 0.2;
/** A link wants this much of its own wire to take its neighbours, and a little to move. */
const WIRES_WIDE = 3.3;
const WIRES_LONG = 4.1;
const MOVE_MM = 0.5;
/** Fewer links than this do not lie round a wrist. */
const LEAST_LINKS = 20;
/** Over so many links a chain turns from standing at the clasp to lying on its edges. */
const TURN_LINKS = 9;
const LYING_DEG = 45;
/** A ring between a flat clasp and a curb's upright end stands between both. */
const CURB_RING_DEG = 67.5;

function checkProportions({ schema }: ChainKind, spec: ChainSpec): void {
  const requireWithin = limitsOf<keyof ChainSpec & string>(schema);
  const { wireMm, linkWidthMm, linkLengthMm, lengthMm } = spec;
  const isSquare = SQUARE_STYLES.includes(spec.linkStyle);
  requireWithin({
    field: "linkWidthMm",
    value: linkWidthMm,
    maximum: lengthMm / LEAST_LINKS,
    reason: `A chain of ${lengthMm} mm needs at least ${LEAST_LINKS} links to lie round.`,
  });
  if (!isSquare) {
    requireWithin({
      field: "linkLengthMm",
      value: linkLengthMm,
      minimum: linkWidthMm,
      maximum: lengthMm / (LEAST_LINKS - 6),
      reason: `A link is at least as long as it is wide, and a chain of ${lengthMm} mm needs links short enough to lie round.`,
    });
  }
  const length = isSquare ? linkWidthMm : linkLengthMm;
  requireWithin({
    field: "wireMm",
    value: wireMm,
    maximum: Math.min((linkWidthMm - MOVE_MM) / WIRES_WIDE, (length - MOVE_MM) / WIRES_LONG),
    reason: "Two neighbours must pass through the opening of a link.",
  });
}

/** Turns of a chain whose links alternate: a flat clasp, a standing ring, then each across the one before. */
function alternating(count: number, lyingDeg: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const fromClasp = Math.min(i, count - i) / TURN_LINKS;
    const t = Math.min(1, fromClasp);
    return (i % 2) * 90 + lyingDeg * t * t * (3 - 2 * t);
  });
}

/** Turns of a chain of curb links, which all lie flat. */
const flat = (count: number): number[] =>
  Array.from({ length: count }, (_, i) =>
    i === 1 ? CURB_RING_DEG : i === count - 1 ? -CURB_RING_DEG : 0,
  );

/** Whether the link at a place is a long one: figaro repeats three short and a long. */
const isLong = (style: ChainSpec["linkStyle"], index: number) =>
  style !== "figaro" || index % 4 === 3;

/** Clasp, ring, links, ring; the clasp hooks the last ring. */
function hang(spec: ChainSpec, linkCount: number, clasp: Clasp): Hung[] {
  const { long, short } = linksOf(spec.linkStyle, toLink(spec));
  const members = { long: linkMember("long", long), short: linkMember("short", short) };
  const links = Array.from({ length: linkCount }, (_, i) =>
    isLong(spec.linkStyle, i) ? members.long : members.short,
  );
  const { ring } = clasp.members;
  const all = [clasp.members.clasp, ring, ...links, ring];
  const turns =
    long.twistDeg === 0
      ? alternating(all.length, spec.linkStyle === "box" ? 0 : LYING_DEG)
      : flat(all.length);
  return all.map((member, i) => ({ member, rollDeg: turns[i]! }));
}

const toLink = ({ wireMm, linkLengthMm, linkWidthMm }: ChainSpec) => ({
  wireMm,
  lengthMm: linkLengthMm,
  widthMm: linkWidthMm,
});

/** Links come in this many more at once, from the first number: alternate links end as they began, figaro in threes. */
function countsOf(style: ChainSpec["linkStyle"]): { first: number; step: number } {
  if (style === "figaro") return { first: 7, step: 4 };
  return style === "curb" ? { first: 6, step: 1 } : { first: 7, step: 2 };
}

/** The number of links whose taut length is nearest to the asked one. */
function countLinks(kind: ChainKind, spec: ChainSpec, clasp: Clasp): number {
  const { first, step } = countsOf(spec.linkStyle);
  const bend = kind.bendDeg / spec.lengthMm;
  const lengthOf = (count: number) => jointsOf(hang(spec, count, clasp), bend, CLEAR_MM).lengthMm;
  const few = lengthOf(first);
  const more = lengthOf(first + step) - few;
  return first + step * Math.max(0, Math.round((spec.lengthMm - few) / more));
}

function lay(kind: ChainKind, spec: ChainSpec): ChainPlan {
  const clasp = claspFor(spec);
  const linkCount = countLinks(kind, spec, clasp);
  const chain = hang(spec, linkCount, clasp);
  const joints = jointsOf(chain, kind.bendDeg / spec.lengthMm, CLEAR_MM);
  const frames = layChain(chain, joints, kind.curveOf);
  return {
    links: linksOf(spec.linkStyle, toLink(spec)),
    chain,
    frames,
    clasp,
    linkCount,
    lengthMm: joints.lengthMm,
    clearance: leastClearance(chain, frames),
  };
}

/** The plan made last: it is asked for while a chain is built, checked, priced and named. */
let latest: { key: string; plan: ChainPlan } | undefined;

/** The layout of a chain. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planChain(kind: ChainKind, spec: ChainSpec): ChainPlan {
  checkProportions(kind, spec);
  const key = `${kind.id} ${JSON.stringify(spec)}`;
  if (latest?.key === key) return latest.plan;
  const plan = lay(kind, spec);
  latest = { key, plan };
  return plan;
}
