import type { Spec } from "#lib/designs/types.ts";

const keyOf = (designId: string) => `maquette:edits:${designId}`;

/** Keeps edits that are not saved yet, for a reload; none removes them. */
export function keepEdits(designId: string, patch: Spec): void {
  try {
    if (Object.keys(patch).length === 0) localStorage.removeItem(keyOf(designId));
    else localStorage.setItem(keyOf(designId), JSON.stringify(patch));
  } catch {
    // Storage may be forbidden; the edits then live as long as the page.
  }
}

/** Edits a former visit left unsaved. */
export function keptEdits(designId: string): Spec {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(designId)) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Spec) : {};
  } catch {
    return {};
  }
}
