import { type RateTexts, rowsOf } from "./cells.ts";
import type { RateSection } from "./rate-table.ts";

/** Whether a section is open from the start: it is of the atelier's crafts, or something of it is filled in. */
export function isShown(
  { crafts: of, groups }: RateSection,
  crafts: readonly string[],
  texts: RateTexts,
): boolean {
  if (of.length === 0 || of.some((craft) => crafts.includes(craft))) return true;
  const cells = groups
    .filter(({ sort }) => sort === "fields")
    .flatMap(rowsOf)
    .flat();
  return cells.some(({ path }) => (texts[path] ?? "") !== "");
}

/** Opens an empty row for each of these alloys, materials and stones that has none. */
export function withOwnRows(
  texts: RateTexts,
  { groups }: Pick<RateSection, "groups">,
  own: readonly string[],
): RateTexts {
  const rows = groups.filter(({ sort }) => sort !== "fields").flatMap(rowsOf);
  const firsts = rows
    .filter(([cell]) => cell && own.includes(cell.id) && !cell.path.match(/\.[1-9]\./))
    .map(([cell]) => [cell!.path, ""]);
  return { ...Object.fromEntries(firsts), ...texts };
}
