import type { Finding } from "../../kernel/finding.ts";
import { AppError, invalidInput, isAppError } from "../../shared/errors.ts";
import type { Kind } from "../kind.ts";
import { type Field, formatValue } from "../read/fields.ts";
import { freeFieldsOf } from "./free-fields.ts";

type Spec = Record<string, unknown>;

/** What is aimed at: grams, or minor units of the price's currency. */
export interface SolveTarget {
  measure: "mass" | "price";
  value: number;
  /** `at-most` leaves a piece that keeps the bound as it is; `near` also makes a lighter one heavier. */
  bound: "at-most" | "near";
}

/** What came of a build, as far as solving needs it. */
export interface SolveBuild {
  massG: number;
  totalMinor: number;
  findings: readonly Finding[];
}

/** Builds a spec; throws AppError `invalid_input` or `rule_broken` where its numbers do not go together. */
export type SolveBuilder = (spec: Spec, quality: "preview" | "final") => Promise<SolveBuild>;

export interface Solution {
  spec: Spec;
  /** Reached with the final mesh, in the target's unit. */
  value: number;
  /** How many meshes it took. */
  builds: number;
}

/** Within this share below the target it is hit. */
const TOLERANCE = 0.01;
/** Aimed at from below, so that neither rounding nor the final mesh goes beyond. */
const AIM = 0.995;
const MOST_BUILDS = 24;
const MOST_CLAMPS = 8;
/** Lengths are moved in hundredths of a millimetre. */
const STEP_MM = 0.01;
/** Nearer than this to a rule the rule binds: a share of the way from here to the fields' ends. */
const NEAR_RULE = 0.01;

/** A place on the way from the spec to its free fields' ends. */
interface Place {
  share: number;
  spec: Spec;
  value: number;
}

interface Refusal {
  share: number;
  /** The rule that binds, as a sentence. */
  reason: string;
  details: Record<string, unknown>;
}

const isPlace = (outcome: Place | Refusal): outcome is Place => "spec" in outcome;

class Solver {
  builds = 0;
  private readonly from: Spec;
  private readonly target: SolveTarget;
  private readonly build: SolveBuilder;
  private readonly free: readonly Field[];
  private failsBefore: ReadonlySet<string> = new Set();

  constructor(kind: Kind, from: Spec, target: SolveTarget, build: SolveBuilder) {
    this.from = from;
    this.target = target;
    this.build = build;
    this.free = freeFieldsOf(kind, from);
  }

  valueOf({ massG, totalMinor }: SolveBuild): number {
    return this.target.measure === "mass" ? massG : totalMinor;
  }

  private async measure(spec: Spec, quality: "preview" | "final"): Promise<SolveBuild> {
    if (++this.builds > MOST_BUILDS) throw new Error("The solver does not come to an end.");
    return this.build(spec, quality);
  }

  async start(): Promise<number> {
    const built = await this.measure(this.from, "preview");
    this.failsBefore = failsOf(built);
    return this.valueOf(built);
  }

  /** The spec at a share of the way to the lighter or the heavier ends. */
  specAt(share: number, isLighter: boolean): Spec {
    const moved = this.free.map((field) => {
      const here = Number(this.from[field.name]);
      const end = (isLighter ? field.minimum : field.maximum) ?? here;
      const value = here + share * (end - here);
      return [field.name, Number((Math.round(value / STEP_MM) * STEP_MM).toFixed(4))];
    });
    return { ...this.from, ...Object.fromEntries(moved) };
  }

  /** Builds a place; a free field that other numbers limit stays at its limit, any other refusal is the answer. */
  async try(share: number, isLighter: boolean): Promise<Place | Refusal> {
    let spec = this.specAt(share, isLighter);
    for (let clamps = 0; ; clamps++) {
      try {
        const built = await this.measure(spec, "preview");
        const broken = this.brokenBy(built);
        return broken ? { share, ...broken } : { share, spec, value: this.valueOf(built) };
      } catch (error) {
        if (!isAppError(error) || !["invalid_input", "rule_broken"].includes(error.code))
          throw error;
        const { field, nearest } = error.details;
        const isFree = this.free.some(({ name }) => name === field);
        if (!isFree || typeof nearest !== "number" || clamps === MOST_CLAMPS) {
          return { share, reason: error.userMessage, details: { ...error.details } };
        }
        spec = { ...spec, [String(field)]: nearest };
      }
    }
  }

  /** The first rule broken here and not before, of a build. */
  brokenBy({ findings }: SolveBuild): Omit<Refusal, "share"> | null {
    const broken = findings.find(
      ({ status, rule }) => status === "fail" && !this.failsBefore.has(rule),
    );
    if (!broken) return null;
    const { rule, value, limit, unit } = broken;
    return { reason: broken.message, details: { rule, value, limit, unit } };
  }

  /** The ends the free fields have come to, in words: "band width at its least of 1.6 mm". */
  endsReached(spec: Spec, isLighter: boolean): string {
    const ends = this.free.map((field) => {
      const name = field.label.charAt(0).toLowerCase() + field.label.slice(1);
      const at = formatValue(field, spec[field.name]);
      const end = isLighter ? field.minimum : field.maximum;
      if (spec[field.name] !== end) return `${name} at ${at}`;
      return `${name} at its ${isLighter ? "least" : "most"} of ${at}`;
    });
    return ends.join(", ");
  }

  get hasFree(): boolean {
    return this.free.length > 0;
  }

  async final(spec: Spec): Promise<SolveBuild> {
    return this.measure(spec, "final");
  }
}

const failsOf = ({ findings }: SolveBuild) =>
  new Set(findings.filter(({ status }) => status === "fail").map(({ rule }) => rule));

const shown = ({ measure }: SolveTarget, value: number) =>
  measure === "mass" ? `${value.toFixed(2)} g` : (value / 100).toFixed(2);

/** `rule_broken`, naming what binds and how far one comes. */
function unreachable(
  kind: Kind,
  target: SolveTarget,
  reached: number,
  why: string,
  details: Record<string, unknown>,
): AppError {
  const what = target.measure === "mass" ? "weighs" : "costs";
  const message = `This ${kind.title.toLowerCase()} ${what} ${shown(target, reached)} at the nearest to ${shown(target, target.value)} that its rules allow: ${why}`;
  return new AppError("rule_broken", message, {
    details: { ...details, target: target.value, reached, measure: target.measure },
  });
}

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

/** Moves along the way until the value is within `low` to `high`. */
async function search(
  solver: Solver,
  kind: Kind,
  target: SolveTarget,
  start: Place,
  aim: number,
): Promise<Place> {
  const isLighter = start.value > aim;
  const isHit = ({ value }: Place) => Math.abs(value / aim - 1) < 0.4 * TOLERANCE;
  let before = start;
  let beyond = await solver.try(1, isLighter);
  if (isPlace(beyond) && beyond.value > aim === isLighter && !isHit(beyond)) {
    const ends = solver.endsReached(beyond.spec, isLighter);
    throw unreachable(kind, target, beyond.value, `${ends}.`, { limit: ends });
  }
  for (let best = before; ; best = before) {
    if (isHit(best)) return best;
    if (isPlace(beyond) && isHit(beyond)) return beyond;
    if (
      beyond.share - before.share < NEAR_RULE / 10 ||
      (!isPlace(beyond) && beyond.share - before.share < NEAR_RULE)
    ) {
      const { reason, details } = isPlace(beyond) ? stuck(beyond) : beyond;
      throw unreachable(kind, target, best.value, reason, details);
    }
    const next = await solver.try(between(before, beyond, aim), isLighter);
    if (isPlace(next) && next.value > aim === isLighter) before = next;
    else beyond = next;
  }
}

const stuck = ({ value }: Place) => ({
  reason: "its numbers jump over the target in steps.",
  details: { next: value },
});

/**
 * The spec with its free fields moved so that the final mesh is within 1 % below the target. Deterministic; builds
 * previews along one line by the secant, and one final mesh. Throws `rule_broken` naming the rule or the ends that
 * bind, `invalid_input` where nothing is free to move.
 */
export async function solve(
  kind: Kind,
  spec: Spec,
  target: SolveTarget,
  build: SolveBuilder,
): Promise<Solution> {
  if (!(target.value > 0)) {
    throw invalidInput("Name a target above zero.", {
      details: { field: "target", value: target.value },
    });
  }
  const solver = new Solver(kind, spec, target, build);
  const value = await solver.start();
  if (target.bound === "at-most" && value <= target.value)
    return { spec, value, builds: solver.builds };
  if (!solver.hasFree)
    throw invalidInput(`A ${kind.title.toLowerCase()} has no measure to move freely.`);
  const start = { share: 0, spec, value };
  let aim = AIM * target.value;
  for (let round = 0; ; round++) {
    const place = await search(solver, kind, target, start, aim);
    const final = await solver.final(place.spec);
    const reached = solver.valueOf(final);
    const broken = solver.brokenBy(final);
    if (broken) throw unreachable(kind, target, reached, broken.reason, broken.details);
    const isHit = reached <= target.value && reached >= (1 - TOLERANCE) * target.value;
    if (isHit) return { spec: place.spec, value: reached, builds: solver.builds };
    if (round === 2)
      throw unreachable(kind, target, reached, "the final mesh keeps missing it.", {});
    aim *= (AIM * target.value) / reached;
  }
}
