/** A scored product with its vector, where it has one. */
export interface Ranked {
  productId: string;
  brandKey: string;
  title: string;
  score: number;
  vector: Float32Array | null;
}

/** From this cosine on, two products of a brand, or of one title, are the same thing listed twice. */
const DUPLICATE_COSINE = 0.999;
/** How much a score counts against being unlike what is already shown. */
const RELEVANCE = 0.75;
/** How many products the list is made various among; the rest follow by score. */
const VARIOUS = 60;

export function cosineOf(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += one[index]! * other[index]!;
  return sum;
}

export interface Group<Item> {
  first: Item;
  /** The same thing again, each with a lower score. */
  duplicates: Item[];
}

/** Puts near-duplicates behind the best of them. Takes and answers lists by falling score. */
export function collapseDuplicates<Item extends Ranked>(items: readonly Item[]): Group<Item>[] {
  const groups: Group<Item>[] = [];
  for (const item of items) {
    const same = groups.find(({ first }) => isSame(first, item));
    if (same) same.duplicates.push(item);
    else groups.push({ first: item, duplicates: [] });
  }
  return groups;
}

function isSame(one: Ranked, other: Ranked): boolean {
  if (one.brandKey !== other.brandKey && one.title !== other.title) return false;
  if (!one.vector || !other.vector)
    return one.title === other.title && one.brandKey === other.brandKey;
  return cosineOf(one.vector, other.vector) >= DUPLICATE_COSINE;
}

/**
 * Maximal marginal relevance: next comes what has the largest 0.75·score − 0.25·(largest cosine to what is already in
 * the list), for the first 60; the others keep their order. The best one stays first.
 */
export function makeVarious<Item extends Ranked>(groups: readonly Group<Item>[]): Group<Item>[] {
  const open = groups.slice(0, VARIOUS);
  const nearest = open.map(() => 0);
  const list: Group<Item>[] = [];
  while (open.length > 0) {
    const at = bestIndex(open, nearest);
    const [picked] = open.splice(at, 1);
    nearest.splice(at, 1);
    list.push(picked!);
    const { vector } = picked!.first;
    for (const [index, { first }] of open.entries()) {
      const cosine = vector && first.vector ? cosineOf(vector, first.vector) : 0;
      nearest[index] = Math.max(nearest[index]!, cosine);
    }
  }
  return [...list, ...groups.slice(VARIOUS)];
}

/** What stands before something with a higher score. */
export function beforeBetter<Item extends Ranked>(
  groups: readonly Group<Item>[],
): Set<Group<Item>> {
  const early = new Set<Group<Item>>();
  let best = Number.NEGATIVE_INFINITY;
  for (const group of groups.toReversed()) {
    if (group.first.score < best) early.add(group);
    best = Math.max(best, group.first.score);
  }
  return early;
}

function bestIndex(open: readonly Group<Ranked>[], nearest: readonly number[]): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, { first }] of open.entries()) {
    const value = RELEVANCE * first.score - (1 - RELEVANCE) * nearest[index]!;
    if (value <= most) continue;
    best = index;
    most = value;
  }
  return best;
}
