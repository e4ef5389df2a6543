import { limitsOf } from "../limits.ts";
import { type CameoSpec, cameoSchema } from "./schema.ts";

/** A cameo in numbers, mm. */
export interface CameoPlan {
  spec: CameoSpec;
  halfXMm: number;
  halfYMm: number;
  /** Top of the frame above the middle plane. */
  frameTopMm: number;
  /** Of it, what rope or beads take. */
  patternMm: number;
  /** Windings or beads round the frame. */
  turns: number;
  /** Radius of the bail's wire. */
  wireMm: number;
  /** An angle on the oval as its share of the way round, radians: windings are evenly spaced. */
  alongAt: (angle: number) => number;
}

const requireWithin = limitsOf<keyof CameoSpec & string>(cameoSchema);
/** An oval is at most this many times as long as wide. */
const MOST_ASPECT = 2;
const STEPS = 720;

/** Checks what must go together. Throws `invalid_input` with field, limit and the nearest value. */
export function planCameo(spec: CameoSpec, patternShare: number): CameoPlan {
  const widthMm = spec.shape === "round" ? spec.heightMm : spec.widthMm;
  requireWithin({
    field: "widthMm",
    value: widthMm,
    minimum: spec.heightMm / MOST_ASPECT,
    maximum: MOST_ASPECT * spec.heightMm,
    reason: "An oval is at most twice as long as it is wide.",
  });
  const half = spec.thicknessMm / 2;
  const heightMm = 0.55 * spec.frameWidthMm + 0.35;
  const halfXMm = widthMm / 2;
  const halfYMm = spec.heightMm / 2;
  const { alongAt, lengthMm } = alongOval(halfXMm, halfYMm);
  return {
    spec,
    halfXMm,
    halfYMm,
    frameTopMm: half + heightMm,
    patternMm: spec.frame === "plain" ? 0 : patternShare * heightMm,
    turns: 2 * Math.round(lengthMm / (0.62 * spec.frameWidthMm) / 2),
    wireMm: Math.max(0.6, Math.min(0.9, half)),
    alongAt,
  };
}

/** Lengths along an oval by angle. */
function alongOval(a: number, b: number) {
  const lengths = new Float64Array(STEPS + 1);
  const step = (2 * Math.PI) / STEPS;
  for (let i = 1; i <= STEPS; i++) {
    const t = (i - 0.5) * step;
    const dx = a * Math.sin(t);
    const dy = b * Math.cos(t);
    lengths[i] = lengths[i - 1]! + step * Math.sqrt(dx * dx + dy * dy);
  }
  const lengthMm = lengths[STEPS]!;
  const alongAt = (angle: number) => {
    const turn = ((angle / (2 * Math.PI)) % 1) + (angle < 0 ? 1 : 0);
    const at = Math.min(STEPS - 1e-9, turn * STEPS);
    const i = Math.floor(at);
    const between = lengths[i]! + (at - i) * (lengths[i + 1]! - lengths[i]!);
    return (2 * Math.PI * between) / lengthMm;
  };
  return { alongAt, lengthMm };
}
