import { addedFindings } from "../../kernel/added-findings.ts";
import type { Finding } from "../../kernel/finding.ts";
import { AppError, isAppError } from "../../shared/errors.ts";
import { type Field, formatValue } from "../read/fields.ts";

export type Spec = Record<string, unknown>;

/** What came of a build, as far as solving needs it. */
export interface SolveBuild {
  massG: number;
  totalMinor: number;
  findings: readonly Finding[];
}

/** Builds a spec; throws AppError `invalid_input` or `rule_broken` where its numbers do not go together. */
export type SolveBuilder = (spec: Spec, quality: "preview" | "final") => Promise<SolveBuild>;

/** A place on the way from the spec to its free fields' ends. */
export interface Place {
  share: number;
  spec: Spec;
  value: number;
}

/** A place that a rule forbids. */
export interface Refusal {
  share: number;
  /** The rule that binds, as a sentence. */
  reason: string;
  details: Record<string, unknown>;
}

export const isPlace = (outcome: Place | Refusal): outcome is Place => "spec" in outcome;

const MOST_BUILDS = 24;
const MOST_CLAMPS = 8;
/** Lengths are moved in hundredths of a millimetre. */
const STEP_MM = 0.01;

const failsOf = ({ findings }: SolveBuild) => findings.filter(({ status }) => status === "fail");

/** Builds of a spec, counted; throws `rule_broken` when there have been too many. */
export class Builds {
  count = 0;
  private readonly build: SolveBuilder;
  private failsBefore: readonly Finding[] = [];

  constructor(build: SolveBuilder) {
    this.build = build;
  }

  async make(spec: Spec, quality: "preview" | "final"): Promise<SolveBuild> {
    this.take();
    return this.build(spec, quality);
  }

  /** A preview, or the refusal of numbers that do not go together. */
  async tryOut(spec: Spec): Promise<SolveBuild | AppError> {
    this.take();
    try {
      return await this.build(spec, "preview");
    } catch (error) {
      if (isAppError(error) && ["invalid_input", "rule_broken"].includes(error.code)) return error;
      throw error;
    }
  }

  /** The piece as it is: what fails in it already binds nothing. */
  async first(spec: Spec): Promise<SolveBuild> {
    const built = await this.make(spec, "preview");
    this.failsBefore = failsOf(built);
    return built;
  }

  /** The first rule broken in a build and not before. */
  brokenBy(built: SolveBuild): Omit<Refusal, "share"> | null {
    const [broken] = addedFindings(this.failsBefore, failsOf(built));
    if (!broken) return null;
    const { rule, value, limit, unit } = broken;
    return { reason: broken.message, details: { rule, value, limit, unit } };
  }

  private take() {
    if (this.count === MOST_BUILDS) {
      throw new AppError("rule_broken", "No such piece was found inside the rules.", {
        details: { builds: this.count },
      });
    }
    this.count++;
  }
}

/** The line from a spec to the lighter or the heavier ends of its free fields, and what was found along it. */
export class Way {
  readonly isLighter: boolean;
  private readonly start: Place;
  private readonly free: readonly Field[];
  private readonly builds: Builds;
  private readonly measured: (built: SolveBuild) => number;
  /** Where other numbers hold a free field back, by its name. */
  private readonly limits = new Map<string, number>();
  private readonly seen: (Place | Refusal)[] = [];

  constructor(
    start: Place,
    isLighter: boolean,
    free: readonly Field[],
    builds: Builds,
    measured: (built: SolveBuild) => number,
  ) {
    this.start = start;
    this.isLighter = isLighter;
    this.free = free;
    this.builds = builds;
    this.measured = measured;
  }

  /** What was found nearest on either side of an aim; nothing beyond it before the end was tried. */
  around(aim: number): { before: Place; beyond: Place | Refusal | null } {
    const isBefore = (one: Place | Refusal): one is Place =>
      isPlace(one) && one.value > aim === this.isLighter;
    const before = this.seen
      .filter(isBefore)
      .reduce((far, one) => (one.share > far.share ? one : far), this.start);
    const beyond = this.seen
      .filter((one) => one.share > before.share)
      .reduce<Place | Refusal | null>(
        (near, one) => (near && near.share < one.share ? near : one),
        null,
      );
    return { before, beyond };
  }

  /** Builds a place; a free field that other numbers limit stays at its limit, any other refusal is the answer. */
  async try(share: number): Promise<Place | Refusal> {
    const outcome = await this.built(share);
    this.seen.push(outcome);
    return outcome;
  }

  /** The ends the free fields have come to, in words: "band width at its least of 1.6 mm". */
  endsReached(spec: Spec): string {
    const ends = this.free.map((field) => {
      const name = field.label.charAt(0).toLowerCase() + field.label.slice(1);
      const at = formatValue(field, spec[field.name]);
      if (spec[field.name] !== this.endOf(field)) return `${name} at ${at}`;
      return `${name} at its ${this.isLighter ? "least" : "most"} of ${at}`;
    });
    return ends.join(", ");
  }

  private async built(share: number): Promise<Place | Refusal> {
    let spec = this.specAt(share);
    for (let clamps = 0; ; clamps++) {
      const built = await this.builds.tryOut(spec);
      if (!isAppError(built)) {
        const broken = this.builds.brokenBy(built);
        return broken ? { share, ...broken } : { share, spec, value: this.measured(built) };
      }
      const limit = clamps < MOST_CLAMPS ? this.limitIn(built) : null;
      if (!limit) return { share, reason: built.userMessage, details: { ...built.details } };
      this.keep(limit);
      spec = { ...spec, [limit.name]: limit.nearest };
    }
  }

  private endOf(field: Field): number {
    const end = this.isLighter ? field.minimum : field.maximum;
    return end ?? Number(this.start.spec[field.name]);
  }

  private specAt(share: number): Spec {
    const moved = this.free.map((field) => {
      const here = Number(this.start.spec[field.name]);
      const value = here + share * (this.endOf(field) - here);
      const rounded = Number((Math.round(value / STEP_MM) * STEP_MM).toFixed(4));
      const limit = this.limits.get(field.name) ?? rounded;
      return [field.name, this.isLighter ? Math.max(rounded, limit) : Math.min(rounded, limit)];
    });
    return { ...this.start.spec, ...Object.fromEntries(moved) };
  }

  private limitIn({ details }: AppError): { name: string; nearest: number } | null {
    const { field, nearest } = details;
    const isFree = this.free.some(({ name }) => name === field);
    return isFree && typeof nearest === "number" ? { name: String(field), nearest } : null;
  }

  /** Later tries stop there at once; a limit on the other side of the start would make them jump. */
  private keep({ name, nearest }: { name: string; nearest: number }) {
    const here = Number(this.start.spec[name]);
    if (this.isLighter ? nearest <= here : nearest >= here) this.limits.set(name, nearest);
  }
}
