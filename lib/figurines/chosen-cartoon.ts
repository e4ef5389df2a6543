import type { FigurineInput } from "./options.ts";
import type { CartoonResult, StoredCartoon } from "./types.ts";

/** The candidate that was chosen; the best where the choice is beyond the last. */
export const chosenCartoon = (
  { candidates }: CartoonResult,
  { choice }: FigurineInput,
): StoredCartoon => candidates[choice] ?? candidates[0]!;
