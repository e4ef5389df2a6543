import type { Ctx } from "#lib/context.ts";
import { requireAllowedText } from "./require-allowed-text.ts";

/**
 * The same for every text of what a person asks for, e.g. a title and what is engraved. Each is looked at alone, so that one
 * that was allowed on appeal passes wherever it is said again.
 */
export async function requireAllowedTexts(
  ctx: Ctx,
  given: unknown,
  workspaceId?: string,
): Promise<void> {
  for (const text of textsIn(given)) {
    await requireAllowedText(ctx, {
      text,
      subjectType: "prompt",
      ...(workspaceId && { workspaceId }),
    });
  }
}

/** Every text in a value, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
