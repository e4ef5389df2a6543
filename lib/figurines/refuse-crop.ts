import { AppError } from "#lib/shared/errors.ts";
import type { CropCheck } from "./types.ts";

/** Throws `rule_broken` with what failed, where anything did; the figurine keeps its photos for a new crop. */
export function refuseCrop(figurineId: string, checks: readonly CropCheck[]): void {
  const failed = checks.filter(({ status }) => status === "fail");
  if (failed.length === 0) return;
  const sentences = failed.map(({ message }) => message).join(" ");
  throw new AppError("rule_broken", `${sentences} The photo is kept for a new crop.`, {
    details: { figurineId, checks },
  });
}
