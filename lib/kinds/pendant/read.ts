import type { ReadContext, Reading } from "../kind.ts";
import type { PendantSpec } from "./schema.ts";

export const readPendant = (
  _message: string,
  _context: ReadContext<PendantSpec>,
): Reading<PendantSpec> => ({
  patch: {},
  refused: [],
  questions: [],
  confidence: 0,
});
