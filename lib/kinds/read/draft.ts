import type { ReadNote } from "../kind.ts";
import type { Taken } from "./reader-table.ts";

/** What has been read so far, over the spec it changes. */
export class Draft<Spec> {
  spec: Spec;
  patch: Partial<Spec> = {};
  refused: ReadNote[] = [];
  questions: ReadNote[] = [];
  readonly notes: ReadNote[] = [];

  constructor(base: Spec) {
    this.spec = base;
  }

  /** Lays it over what was read; what is said later settles what was open about the same field. */
  take({ patch = {}, refused = [], questions = [], notes = [] }: Taken<Spec>): void {
    const isOpen = ({ field }: ReadNote) => field === undefined || !(field in patch);
    this.patch = { ...this.patch, ...patch };
    this.spec = { ...this.spec, ...patch };
    this.refused = [...this.refused.filter(isOpen), ...refused];
    this.questions = [...this.questions.filter(isOpen), ...questions];
    this.notes.push(...notes);
  }
}
