/** Degrees: upper arm out and forward, forearm out and forward, from hanging straight down. */
export type ArmAngles = readonly [number, number, number, number];
/** Degrees: thigh out and forward, shin out and forward. */
export type LegAngles = readonly [number, number, number, number];

export type HandShape = "open" | "fist";

/** How a figure holds itself; right side first. */
export interface FigurePose {
  arms: readonly [ArmAngles, ArmAngles];
  legs: readonly [LegAngles, LegAngles];
  hands: readonly [HandShape, HandShape];
  isSitting?: boolean;
}

const HANGING: ArmAngles = [24, -2, 10, 14];
const STRAIGHT: LegAngles = [3, 0, 1, 0];
const BOTH_STRAIGHT = [STRAIGHT, STRAIGHT] as const;
const OPEN = ["open", "open"] as const;

const TABLE = {
  relaxed: { arms: [HANGING, HANGING], legs: BOTH_STRAIGHT, hands: OPEN },
  hips: {
    arms: [
      [52, -14, -46, 20],
      [52, -14, -46, 20],
    ],
    legs: [
      [12, 0, 6, 0],
      [12, 0, 6, 0],
    ],
    hands: ["fist", "fist"],
  },
  wave: {
    arms: [HANGING, [96, 6, 158, 14]],
    legs: BOTH_STRAIGHT,
    hands: OPEN,
  },
  cheer: {
    arms: [HANGING, [128, 8, 164, 12]],
    legs: BOTH_STRAIGHT,
    hands: ["open", "fist"],
  },
  offer: {
    arms: [[20, 8, 8, 92], HANGING],
    legs: BOTH_STRAIGHT,
    hands: ["fist", "open"],
  },
  hold: {
    arms: [
      [26, 6, -36, 84],
      [26, 6, -36, 84],
    ],
    legs: BOTH_STRAIGHT,
    hands: ["fist", "fist"],
  },
  strum: {
    arms: [
      [40, -16, -42, 64],
      [38, 10, 42, 108],
    ],
    legs: [
      [7, 0, 4, 0],
      [9, 4, 4, -4],
    ],
    hands: ["fist", "fist"],
  },
  kick: {
    arms: [
      [44, -14, 20, 24],
      [38, 6, 24, 40],
    ],
    legs: [
      [4, 34, 2, 12],
      [4, -6, 2, -8],
    ],
    hands: OPEN,
  },
  sit: {
    arms: [
      [22, 14, -14, 56],
      [22, 14, -14, 56],
    ],
    legs: [
      [8, 84, 2, 4],
      [8, 84, 2, 4],
    ],
    hands: OPEN,
    isSitting: true,
  },
} as const satisfies Record<string, FigurePose>;

export type PoseId = keyof typeof TABLE;

export const POSES: Readonly<Record<PoseId, FigurePose>> = TABLE;
