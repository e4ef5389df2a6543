import { HOUSE_RATES } from "../../kernel/price/rate-card.ts";
import { type AppError, invalidInput, isAppError } from "../../shared/errors.ts";
import type { Kind } from "../kind.ts";
import { freeFieldsOf } from "./free-fields.ts";
import { Aim, type PriceSteps, type SolveTarget } from "./target.ts";
import {
  Builds,
  isPlace,
  type Place,
  type Refusal,
  type SolveBuild,
  type SolveBuilder,
  type Spec,
  Way,
} from "./way.ts";

export interface Solution {
  spec: Spec;
  /** Reached with the final mesh, in the target's unit. */
  value: number;
  /** How many meshes it took. */
  builds: number;
}

const MOST_ROUNDS = 3;
/** Nearer than this to a rule the rule binds: a share of the way from here to the fields' ends. */
const NEAR_RULE = 0.01;
/** Two places so near are the same to a hundredth of a millimetre. */
const NEAR_PLACE = 0.001;

/** Between a place before and one beyond the aim: by the secant, kept off the ends. */
function between(before: Place, beyond: Place | Refusal, aim: number): number {
  const middle = (before.share + beyond.share) / 2;
  if (!isPlace(beyond)) return middle;
  const slope = (beyond.value - before.value) / (beyond.share - before.share);
  const secant = before.share + (aim - before.value) / slope;
  const margin = 0.05 * (beyond.share - before.share);
  if (!Number.isFinite(secant)) return middle;
  return Math.min(beyond.share - margin, Math.max(before.share + margin, secant));
}

const stuck = ({ value }: Place) => ({
  reason: "its numbers jump over the target in steps.",
  details: { next: value },
});

/** The place at an aim, by moving along the way; else why there is none. */
async function search(way: Way, kind: Kind, goal: Aim, aim: number): Promise<Place | AppError> {
  for (;;) {
    const { before, beyond } = way.around(aim);
    if (goal.isAimHit(before.value, aim)) return before;
    if (!beyond) {
      if (before.share === 1) {
        const limit = way.endsReached(before.spec);
        return goal.unreachable(kind, before.value, `${limit}.`, { limit });
      }
      await way.try(1);
      continue;
    }
    if (isPlace(beyond) && goal.isAimHit(beyond.value, aim)) return beyond;
    const gap = beyond.share - before.share;
    if (gap < NEAR_PLACE || (!isPlace(beyond) && gap < NEAR_RULE)) {
      const kept = [before, beyond].filter(isPlace).find(({ value }) => goal.isKept(value));
      if (kept) return kept;
      const { reason, details } = isPlace(beyond) ? stuck(beyond) : beyond;
      return goal.unreachable(kind, before.value, reason, details);
    }
    await way.try(between(before, beyond, aim));
  }
}

/** Searches, builds the final mesh, and corrects the aim by what that came to. */
async function approach(
  kind: Kind,
  goal: Aim,
  way: Way,
  finalOf: (place: Place) => Promise<Place>,
): Promise<Place> {
  let aim = goal.first;
  let kept: Place | null = null;
  for (let round = 1; ; round++) {
    const found = await search(way, kind, goal, aim);
    if (isAppError(found)) {
      if (kept) return kept;
      throw found;
    }
    const final = await finalOf(found);
    if (goal.isHit(final.value)) return final;
    if (goal.isKept(final.value) && !(kept && kept.value > final.value)) kept = final;
    if (round === MOST_ROUNDS) {
      if (kept) return kept;
      throw goal.unreachable(kind, final.value, "the final mesh keeps missing it.", {});
    }
    aim = goal.next(aim, final.value);
  }
}

/**
 * The spec with its free fields moved so that the final mesh is within 1 % below the target, or at the nearest step
 * below it where prices are rounded in coarser steps. Deterministic; builds previews along one line by the secant, and
 * final meshes. Throws `rule_broken` naming the rule or the ends that bind, `invalid_input` where nothing is free.
 */
export async function solve(
  kind: Kind,
  spec: Spec,
  target: SolveTarget,
  build: SolveBuilder,
  prices: PriceSteps = HOUSE_RATES,
): Promise<Solution> {
  if (!(target.value > 0)) {
    throw invalidInput("Name a target above zero.", {
      details: { field: "target", value: target.value },
    });
  }
  const goal = new Aim(target, prices);
  const builds = new Builds(build);
  const measured = (built: SolveBuild) =>
    target.measure === "mass" ? built.massG : built.totalMinor;
  const start = { share: 0, spec, value: measured(await builds.first(spec)) };
  if (target.bound === "at-most" && start.value <= target.value)
    return { spec, value: start.value, builds: builds.count };
  const free = freeFieldsOf(kind, spec);
  if (free.length === 0) throw nothingFree(kind);
  const way = new Way(start, start.value > goal.first, free, builds, measured);
  const final = await approach(kind, goal, way, async (place) => {
    const built = await builds.make(place.spec, "final");
    const value = measured(built);
    const broken = builds.brokenBy(built);
    if (broken) throw goal.unreachable(kind, value, broken.reason, broken.details);
    return { ...place, value };
  });
  return { spec: final.spec, value: final.value, builds: builds.count };
}

const nothingFree = (kind: Kind) =>
  invalidInput(
    `Nothing of this ${kind.title.toLowerCase()} can be made stouter or finer without changing what you asked for. Change a number of it yourself.`,
  );
