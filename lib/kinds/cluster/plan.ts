import { type Frame, frameOnRing, nest } from "../../kernel/jewelry/frame.ts";
import { cutGem, type Gem } from "../../kernel/jewelry/gem.ts";
import type { PlacedStone } from "../../kernel/jewelry/set-stone.ts";
import { crestRadius, type Shank } from "../../kernel/jewelry/shank.ts";
import { limitsOf } from "../limits.ts";
import { type ClusterSpec, clusterSchema } from "./schema.ts";

/** Prongs at the gaps between outer stones, mm. */
interface Prongs {
  /** Of their middles from the cluster's axis. */
  atMm: number;
  radiusMm: number;
  /** Over the girdles they hold. */
  reachMm: number;
}

/** Where everything of a cluster ring is: what building, checking and pricing share. */
export interface ClusterPlan {
  shank: Shank;
  /** The cluster's own frame: the outer stones' girdles at z = 0, its axis up. */
  frame: Frame;
  centre: PlacedStone;
  petals: PlacedStone[];
  petalGem: Gem;
  /** Of the outer stones' middles from the axis, mm. */
  pitchMm: number;
  gapMm: number;
  inner: Prongs;
  outer: Prongs;
  /** Of the gallery's wires below the outer girdles, and of the band's crest, mm. */
  galleryDownMm: number;
  bandDownMm: number;
}

/** Between the centre stone and the outer ones. */
const ROOM_MM = 0.15;
const LEAST_PETAL_MM = 1.2;
/** An outer stone is at most this share of the centre stone. */
const MOST_PETAL = 0.8;
const SIZE_STEP_MM = 0.05;
/** Girdles are held by this share of the smaller stone. */
const REACH_SHARE = 0.1;
export const GALLERY_RADIUS_MM = 0.45;
const GALLERY_ROOM_MM = 0.1;
const BAND_ROOM_MM = 0.35;
const MOST_PRONG_RADIUS_MM = 1.2;
/** A head this wide for its band rocks on the finger. */
const MOST_HEAD_PER_BORE = 0.85;

const requireWithin = limitsOf<keyof ClusterSpec & string>(clusterSchema);
const UPRIGHT = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] } as const;

/** Diameter of so many stones that close a ring round the centre, mm. */
function closingMm({ stoneMm, gapMm }: ClusterSpec, count: number): number {
  const half = Math.sin(Math.PI / count);
  return ((stoneMm + 2 * ROOM_MM) * half - gapMm) / (1 - half);
}

function petalSize(spec: ClusterSpec): number {
  const { petals, stoneMm } = spec;
  const sizes = Array.from({ length: 10 }, (_, i) => ({
    count: i + 7,
    mm: closingMm(spec, i + 7),
  }));
  const fitting = sizes.filter(({ mm }) => mm >= LEAST_PETAL_MM && mm <= MOST_PETAL * stoneMm);
  requireWithin({
    field: "petals",
    value: petals,
    minimum: Math.min(...fitting.map(({ count }) => count)),
    maximum: Math.max(...fitting.map(({ count }) => count)),
    reason: `Round a stone of ${stoneMm} mm the outer stones would be too large or too small.`,
  });
  return Math.floor(closingMm(spec, petals) / SIZE_STEP_MM + 1e-9) * SIZE_STEP_MM;
}

/** Distance from a place on a gap's middle line to the outer stones beside it, mm. */
function toPetal(pitchMm: number, atMm: number, halfRad: number): number {
  return Math.sqrt(pitchMm ** 2 + atMm ** 2 - 2 * pitchMm * atMm * Math.cos(halfRad));
}

/** Prongs between the centre and two outer stones that reach over all three alike; stouter where they must be. */
function innerProngs(spec: ClusterSpec, petalMm: number, pitchMm: number): Prongs {
  const half = Math.PI / spec.petals;
  const wanted = REACH_SHARE * petalMm;
  for (let radiusMm = spec.prongMm / 2; ; radiusMm += 0.01) {
    const reaches = (atMm: number) => ({
      centre: spec.stoneMm / 2 + radiusMm - atMm,
      petal: petalMm / 2 + radiusMm - toPetal(pitchMm, atMm, half),
    });
    let low = spec.stoneMm / 2;
    let high = pitchMm * Math.cos(half);
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      const { centre, petal } = reaches(middle);
      if (centre > petal) low = middle;
      else high = middle;
    }
    const { centre, petal } = reaches(low);
    const reachMm = Math.min(centre, petal);
    if (reachMm >= wanted || radiusMm > MOST_PRONG_RADIUS_MM)
      return { atMm: low, radiusMm, reachMm };
  }
}

/** Prongs outside, between two outer stones. */
function outerProngs({ prongMm, petals }: ClusterSpec, petalMm: number, pitchMm: number): Prongs {
  const radiusMm = prongMm / 2;
  const reachMm = REACH_SHARE * petalMm + 0.01;
  const half = Math.PI / petals;
  const away = petalMm / 2 + radiusMm - reachMm;
  const beside = pitchMm * Math.sin(half);
  const atMm = pitchMm * Math.cos(half) + Math.sqrt(Math.max(0, away ** 2 - beside ** 2));
  return { atMm, radiusMm, reachMm: petalMm / 2 + radiusMm - toPetal(pitchMm, atMm, half) };
}

function shankOf(spec: ClusterSpec): Shank {
  return {
    profile: spec.profile,
    innerRadiusMm: spec.innerDiameterMm / 2,
    widthMm: spec.bandWidthMm,
    thicknessMm: spec.bandThicknessMm,
    taper: 0.12,
  };
}

/** The layout of a cluster ring. Throws `invalid_input` naming field, limit and nearest value where its numbers cannot go together. */
export function planCluster(spec: ClusterSpec): ClusterPlan {
  requireWithin({
    field: "stoneMm",
    value: spec.stoneMm,
    maximum: (MOST_HEAD_PER_BORE * spec.innerDiameterMm) / 2.2,
    reason: "On a finger of this size so large a cluster would rock.",
  });
  const petalMm = petalSize(spec);
  const pitchMm = spec.stoneMm / 2 + petalMm / 2 + ROOM_MM;
  const shank = shankOf(spec);
  const centreGem = cutGem("round", spec.stoneMm, spec.stoneMm);
  const petalGem = cutGem("round", petalMm, petalMm);
  const deepest = Math.max(petalGem.pavilionMm, centreGem.pavilionMm - spec.centreRiseMm);
  const galleryDownMm = petalGem.pavilionMm + GALLERY_RADIUS_MM + GALLERY_ROOM_MM;
  const bandDownMm =
    Math.max(galleryDownMm + GALLERY_RADIUS_MM + BAND_ROOM_MM, deepest + 0.1) + spec.headLiftMm;
  const frame = frameOnRing(crestRadius(shank) + bandDownMm, 0);
  const place = (x: number, y: number, z: number): Frame =>
    nest(frame, { origin: [x, y, z], ...UPRIGHT });
  const centre = {
    name: "centre-stone",
    stone: spec.stone,
    gem: centreGem,
    frame: place(0, 0, spec.centreRiseMm),
  };
  const petals = Array.from({ length: spec.petals }, (_, i) => {
    const turn = (2 * Math.PI * i) / spec.petals;
    return {
      name: `outer-stone-${i + 1}`,
      stone: spec.petalStone,
      gem: petalGem,
      frame: place(pitchMm * Math.cos(turn), pitchMm * Math.sin(turn), 0),
    };
  });
  return {
    ...{ shank, frame, centre, petals, petalGem, pitchMm, galleryDownMm, bandDownMm },
    gapMm: 2 * pitchMm * Math.sin(Math.PI / spec.petals) - petalMm,
    inner: innerProngs(spec, petalMm, pitchMm),
    outer: outerProngs(spec, petalMm, pitchMm),
  };
}
