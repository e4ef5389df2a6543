import { prongAnchors } from "../../kernel/jewelry/anchors.ts";
import { type Frame, toOuter } from "../../kernel/jewelry/frame.ts";
import { cutGem } from "../../kernel/jewelry/gem.ts";
import { hangingAt, LOOP_ROOT, type Stem } from "../../kernel/jewelry/hanging.ts";
import type { Hoop } from "../../kernel/jewelry/hoop.ts";
import type { SetStone } from "../../kernel/jewelry/set-stone.ts";
import type { Vec3 } from "../../kernel/mesh.ts";
import type { Cut } from "../../shared/stones.ts";
import { FACING } from "../pendant/plan.ts";
import { SQUARE_CUTS } from "../ring/schema.ts";
import { requireWithin } from "./rules.ts";
import type { EarringsSpec } from "./schema.ts";

/** Metal under a stone's point where a post stands, and where none does, mm. */
const POST_FLOOR_MM = 0.95;
const UNDER_POINT_MM = 0.35;
const MOST_ASPECT = 3;

/** Loops of a drop's joint: what they leave open, their wire, and the play between them, mm. */
const LOOP = { innerMm: 1.9, wallMm: 0.9, playMm: 0.15 } as const;

/** How much of a hoop's post goes through the ear, mm. */
const HOOP_POST_MM = 8;

/** A loop of a joint in an earring's own frame (x right, y up, z to the eye), seen from the front or from the side. */
export interface Loop {
  at: Vec3;
  innerMm: number;
  wallMm: number;
  faces: "front" | "side";
}

/** One earring before any solid is made, in its own frame; the stone that carries the post is first. */
export interface StonePlan {
  sets: SetStone[];
  loops: Loop[];
  stems: Stem[];
  /** Half of what the earring takes sideways, mm. */
  halfMm: number;
}

function checkStone({ cut, stoneLengthMm: length, stoneWidthMm: width }: EarringsSpec): void {
  if (SQUARE_CUTS.includes(cut)) return;
  requireWithin({
    field: length >= width ? "stoneWidthMm" : "stoneLengthMm",
    value: Math.min(length, width),
    minimum: Math.max(length, width) / MOST_ASPECT,
    reason: `A stone may be at most ${MOST_ASPECT} times as long as it is wide.`,
  });
}

interface Wanted {
  name: string;
  stone: string;
  cut: Cut;
  lengthMm: number;
  widthMm: number;
  underMm: number;
}

function setOf(spec: EarringsSpec, wanted: Wanted, prongMm: number): SetStone {
  const gem = cutGem(wanted.cut, wanted.lengthMm, wanted.widthMm);
  const [length, width] = gem.sizeMm;
  return {
    name: wanted.name,
    stone: wanted.stone,
    gem,
    frame: { ...FACING, origin: [0, 0, 0] },
    angleRad: 0,
    head: spec.head,
    anchors: prongAnchors(wanted.cut, length, width, spec.prongs === "6" ? 6 : 4),
    prongMm,
    wallMm: spec.bezelWallMm,
    bandBelowMm: gem.pavilionMm + wanted.underMm,
  };
}

const mainStone = (spec: EarringsSpec, underMm: number) =>
  setOf(
    spec,
    {
      name: "stone",
      stone: spec.stone,
      cut: spec.cut,
      lengthMm: spec.stoneLengthMm,
      widthMm: spec.stoneWidthMm,
      underMm,
    },
    spec.prongWidthMm,
  );

const acrossMm = ({ gem, head, wallMm, prongMm }: SetStone) =>
  gem.sizeMm[1] / 2 + (head === "bezel" ? wallMm : prongMm);

function planStud(spec: EarringsSpec): StonePlan {
  const set = mainStone(spec, POST_FLOOR_MM);
  return { sets: [set], loops: [], stems: [], halfMm: acrossMm(set) };
}

/** The stone moved in an earring's own frame. */
function movedBy(set: SetStone, [x, y, z]: Vec3): SetStone {
  const frame: Frame = { ...set.frame, origin: toOuter(FACING, [x, y, z]) };
  return { ...set, frame };
}

const shifted = ([x, y, z]: Vec3, by: Vec3): Vec3 => [x + by[0], y + by[1], z + by[2]];

/** Heights of a joint's loops over the lower end of the upper setting, and of what the drop's root comes to. */
function jointOf(
  spec: EarringsSpec,
  fromY: number,
): { loops: Omit<Loop, "at">[]; ys: number[]; rootY: number } {
  const { innerMm, wallMm, playMm } = LOOP;
  const half = innerMm / 2;
  const reach = half + wallMm * (1 - LOOP_ROOT);
  const upper = fromY - reach;
  const front = { innerMm, wallMm, faces: "front" as const };
  if (spec.joint === "fixed") return { loops: [front], ys: [upper], rootY: upper - reach };
  // The lower loop's wire hangs in the upper one's opening, just above its wire.
  const lower = upper - 2 * half + playMm;
  return {
    loops: [front, { innerMm, wallMm, faces: "side" }],
    ys: [upper, lower],
    rootY: lower - reach,
  };
}

function planDrop(spec: EarringsSpec): StonePlan {
  const size = spec.topStoneMm;
  const top = setOf(
    spec,
    {
      name: "upper-stone",
      stone: spec.topStone,
      cut: "round",
      lengthMm: size,
      widthMm: size,
      underMm: POST_FLOOR_MM,
    },
    Math.min(spec.prongWidthMm, Math.max(0.8, 0.26 * size)),
  );
  const low = mainStone(spec, UNDER_POINT_MM);
  const from = hangingAt(top, null, -1, LOOP.wallMm);
  const to = hangingAt(low, null, 1, LOOP.wallMm);
  const { loops, ys, rootY } = jointOf(spec, from.at[1]);
  const by: Vec3 = [0, rootY - to.at[1], from.at[2] - to.at[2]];
  const lowStem = to.stem && {
    ...to.stem,
    from: shifted(to.stem.from, by),
    to: shifted(to.stem.to, by),
  };
  return {
    sets: [top, movedBy(low, by)],
    loops: loops.map((loop, i) => ({ ...loop, at: [0, ys[i]!, from.at[2]] as const })),
    stems: [from.stem, lowStem].filter((stem) => stem !== null),
    halfMm: Math.max(acrossMm(top), acrossMm(low)),
  };
}

/** The layout of one earring with stones. Throws `invalid_input` where its numbers cannot go together. */
export function planEarring(spec: EarringsSpec): StonePlan {
  checkStone(spec);
  return spec.style === "drop" ? planDrop(spec) : planStud(spec);
}

/** The layout of one hoop. Throws `invalid_input` where its numbers cannot go together. */
export function planHoop(spec: EarringsSpec): Hoop {
  const { hoopInnerMm, wireMm, section, postMm, gapMm, end } = spec;
  requireWithin({
    field: "wireMm",
    value: wireMm,
    maximum: hoopInnerMm / 4,
    reason: `A hoop of ${hoopInnerMm} mm inside is at most a quarter of that thick.`,
  });
  const post = {
    diameterMm: Math.min(postMm, wireMm),
    lengthMm: Math.min(HOOP_POST_MM, hoopInnerMm),
  };
  const width = section === "wire" ? wireMm : spec.bandWidthMm;
  return {
    innerMm: hoopInnerMm,
    thicknessMm: wireMm,
    widthMm: width,
    section,
    gapMm,
    post: end === "post" ? { ...post, diameterMm: Math.min(post.diameterMm, width) } : null,
  };
}
