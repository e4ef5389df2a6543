import type { z } from "zod";
import { linkMember } from "../../kernel/jewelry/chain/clasp.ts";
import type { BedCurve } from "../../kernel/jewelry/chain/curve.ts";
import type { Hung } from "../../kernel/jewelry/chain/joint.ts";
import { type Joints, jointsOf, layChain, leastClearance } from "../../kernel/jewelry/chain/lay.ts";
import { type Link, linksOf } from "../../kernel/jewelry/chain/link.ts";
import type { Frame } from "../../kernel/jewelry/frame.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import { limitsOf } from "../limits.ts";
import { fieldOf } from "../read/fields.ts";
import { type Clasp, claspFor } from "./clasps.ts";
import { mostLinkMm, NARROWER } from "./proportions.ts";
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
/** Over so many links a chain turns from standing at the clasp to lying on its edges. */
const TURN_LINKS = 9;
const LYING_DEG = 45;
/** A ring between a flat clasp and a curb's upright end stands between both. */
const CURB_RING_DEG = 67.5;

function checkProportions({ schema }: ChainKind, spec: ChainSpec): void {
  const requireWithin = limitsOf<keyof ChainSpec & string>(schema);
  const { wireMm, linkWidthMm, linkLengthMm, lengthMm } = spec;
  const isSquare = SQUARE_STYLES.includes(spec.linkStyle);
  const mostMm = mostLinkMm(spec.linkStyle, lengthMm);
  requireWithin({
    field: "linkWidthMm",
    value: linkWidthMm,
    maximum: mostMm / NARROWER,
    reason: `Links this wide do not lie round in a chain of ${lengthMm} mm.`,
  });
  if (!isSquare) {
    requireWithin({
      field: "linkLengthMm",
      value: linkLengthMm,
      minimum: linkWidthMm,
      maximum: mostMm,
      reason: `A link is at least as long as it is wide, and short enough to lie round in a chain of ${lengthMm} mm.`,
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

/** The joints of so many links; null where two members cannot hook each other. */
function jointsFor(
  { bendDeg }: ChainKind,
  spec: ChainSpec,
  linkCount: number,
  clasp: Clasp,
): Joints | null {
  return jointsOf(hang(spec, linkCount, clasp), bendDeg / spec.lengthMm, CLEAR_MM);
}

/** The number of links whose taut length is nearest to the asked one. */
function countLinks(kind: ChainKind, spec: ChainSpec, clasp: Clasp): number | null {
  const { first, step } = countsOf(spec.linkStyle);
  const few = jointsFor(kind, spec, first, clasp)?.lengthMm;
  const more = jointsFor(kind, spec, first + step, clasp)?.lengthMm;
  if (few === undefined || more === undefined) return null;
  return first + step * Math.max(0, Math.round((spec.lengthMm - few) / (more - few)));
}

/** Links nearer than this as laid count as touching, mm. */
const TOUCHING_MM = 0.05;

/** The layout, or null where links cannot hook each other or would touch. */
function lay(kind: ChainKind, spec: ChainSpec): ChainPlan | null {
  const links = linksOf(spec.linkStyle, toLink(spec));
  const clasp = claspFor(spec, links.long.stripMm ?? spec.wireMm);
  const linkCount = countLinks(kind, spec, clasp);
  const joints = linkCount === null ? null : jointsFor(kind, spec, linkCount, clasp);
  if (linkCount === null || joints === null) return null;
  const chain = hang(spec, linkCount, clasp);
  const frames = layChain(chain, joints, kind.curveOf);
  const clearance = leastClearance(chain, frames);
  if (clearance.mm < TOUCHING_MM) return null;
  return { links, chain, frames, clasp, linkCount, lengthMm: joints.lengthMm, clearance };
}

const THINNEST_MM = 0.6;
const WIRE_STEP_MM = 0.05;

/** The thickest wire below the asked one with which the chain can be laid, mm; null where even the thinnest cannot. */
function thickestWire(kind: ChainKind, spec: ChainSpec): number | null {
  const steps = Math.round((spec.wireMm - THINNEST_MM) / WIRE_STEP_MM);
  const wireOf = (step: number) => THINNEST_MM + step * WIRE_STEP_MM;
  if (steps < 1 || !lay(kind, { ...spec, wireMm: THINNEST_MM })) return null;
  let low = 0;
  let high = steps;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lay(kind, { ...spec, wireMm: wireOf(middle) })) low = middle;
    else high = middle;
  }
  return wireOf(low);
}

/** Shorter by this share, a chain that cannot be laid is tried again. */
const SHORTEN = 0.75;

/** Names the thickest wire that works, where none does shorter links, and where they are the shortest a longer chain. */
function refuse(kind: ChainKind, spec: ChainSpec): never {
  const requireWithin = limitsOf<keyof ChainSpec & string>(kind.schema);
  const reason = "The links would touch each other where the chain bends.";
  const wireMm = thickestWire(kind, spec);
  if (wireMm !== null) {
    requireWithin({ field: "wireMm", value: spec.wireMm, maximum: wireMm, reason });
  }
  const { linkWidthMm, linkLengthMm } = spec;
  const isLong = linkLengthMm > linkWidthMm && !SQUARE_STYLES.includes(spec.linkStyle);
  const value = isLong ? linkLengthMm : linkWidthMm;
  const field = isLong ? "linkLengthMm" : "linkWidthMm";
  const least = Math.max(fieldOf(kind.schema, field)?.minimum ?? 0, isLong ? linkWidthMm : 0);
  requireWithin({ field, value, maximum: Math.max(least, SHORTEN * value), reason });
  const { lengthMm } = spec;
  requireWithin({ field: "lengthMm", value: lengthMm, minimum: lengthMm / SHORTEN, reason });
  throw new Error("A chain's length was not beyond its limit.");
}

/** The plan made last: it is asked for while a chain is built, checked, priced and named. */
let latest: { key: string; plan: ChainPlan } | undefined;

/** The layout of a chain. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planChain(kind: ChainKind, spec: ChainSpec): ChainPlan {
  const key = `${kind.id} ${JSON.stringify(spec)}`;
  if (latest?.key === key) return latest.plan;
  checkProportions(kind, spec);
  const plan = lay(kind, spec);
  if (plan) latest = { key, plan };
  return plan ?? refuse(kind, spec);
}
