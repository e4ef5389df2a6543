import type { Kind } from "./kind.ts";

/** So many kinds that show how various they are: one of each category in turn, in the registry's order. */
export function exampleKinds(kinds: readonly Kind[], count: number): Kind[] {
  const byCategory = [...Map.groupBy(kinds, ({ category }) => category).values()];
  const longest = Math.max(0, ...byCategory.map((members) => members.length));
  const turns = Array.from({ length: longest }, (_, turn) =>
    byCategory.flatMap((members) => members[turn] ?? []),
  );
  return turns.flat().slice(0, count);
}
