import type { VectorSpace, Vectors } from "./port.ts";

export interface ComparedSpace {
  /** Pictures that ought to be there and are not. */
  missing: string[];
  /** Pictures that are there and ought not to be. */
  leftOver: string[];
}

const PAGE = 1000;

/** What a space holds against what it ought to hold, by the ids of pictures. */
export async function compareSpace(
  vectors: Pick<Vectors, "listIds">,
  space: VectorSpace,
  expected: Iterable<string>,
): Promise<ComparedSpace> {
  const missing = new Set(expected);
  const leftOver: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Vectors["listIds"]>> = await vectors.listIds(space, {
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    for (const { id } of page.ids) if (!missing.delete(id)) leftOver.push(id);
    cursor = page.cursor;
  } while (cursor);
  return { missing: [...missing], leftOver };
}
