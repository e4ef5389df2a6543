import type { ReadContext, Reading } from "../kind.ts";
import type { EarringsSpec } from "./schema.ts";

export const readEarrings = (
  _message: string,
  _context: ReadContext<EarringsSpec>,
): Reading<EarringsSpec> => ({
  patch: {},
  refused: [],
  questions: [],
  confidence: 0,
});
