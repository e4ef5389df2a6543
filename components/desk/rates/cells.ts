import { MOST_TIERS, RATE_SECTIONS, type RateField, type RateGroup } from "./rate-table.ts";

/** A card as it is typed: text by path. A path that is there and empty is a row somebody opened. */
export type RateTexts = Readonly<Record<string, string>>;

/** A field at its place in the card. */
export interface RateCell {
  path: string;
  field: RateField;
  /** Of its row; empty where the field stands once. */
  id: string;
}

/** The cells of one row, which are filled in together or not. */
export function cellsOf({ fields }: RateGroup, id = "", tier = 0): RateCell[] {
  return fields.map((field) => ({
    ...{ field, id, path: field.path.replace("*", id).replace("#", String(tier)) },
  }));
}

/** Every row of a group: one, one for each id, or each id's tiers. */
export function rowsOf(group: RateGroup): RateCell[][] {
  if (group.sort === "fields") return [cellsOf(group)];
  const tiers = group.sort === "tiers" ? MOST_TIERS : 1;
  return group.rows.flatMap(({ id }) =>
    Array.from({ length: tiers }, (_, tier) => cellsOf(group, id, tier)),
  );
}

export const isFilled = (texts: RateTexts, { path, field }: RateCell): boolean =>
  field.unit !== "choice" && (texts[path] ?? "").trim() !== "";

/** How many tiers a row shows: up to the last that is there. */
export function tierCount(texts: RateTexts, group: RateGroup, id: string): number {
  const tiers = Array.from({ length: MOST_TIERS }, (_, tier) => cellsOf(group, id, tier));
  return 1 + tiers.findLastIndex((cells) => cells.some(({ path }) => path in texts));
}

const CELLS: ReadonlyMap<string, RateCell> = new Map(
  RATE_SECTIONS.flatMap(({ groups }) =>
    groups.flatMap((group) =>
      rowsOf(group)
        .flat()
        .map((cell) => [cell.path, cell] as const),
    ),
  ),
);

/** Null for a path that no card has. */
export const findCell = (path: string): RateCell | null => CELLS.get(path) ?? null;

export const allCells = (): Iterable<RateCell> => CELLS.values();
