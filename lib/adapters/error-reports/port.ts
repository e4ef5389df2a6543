/** Tells those who run the service of a defect. What a person wrote is never part of it. */
export interface ErrorReports {
  /** Name of the implementation. */
  readonly name: string;
  /** Never throws and never waits: a report must not break what it reports on. */
  report(error: unknown, where: Record<string, string>): void;
}
