import { Random, seedOf } from "../random.ts";

/** A piece of the demo catalogue before it is built: its spec, and what is true of it. */
export interface Planned {
  kind: string;
  /** Changes to the kind's defaults. */
  spec: Record<string, unknown>;
  /** What one sees of it, by name; products of one kind differ in at least one of them. */
  look: Readonly<Record<string, string>>;
  title: string;
  category: string;
  colours: readonly string[];
  material: string;
  materials: readonly string[];
  sizes: readonly string[];
  shelf: Shelf;
}

/** Which brands sell it. */
export type Shelf = "fine" | "everyday" | "clothes" | "gifts";

const MOST_TRIES = 200;

/** What tells pieces of one kind apart to the eye, as one text. */
export const lookKey = ({ kind, look }: Pick<Planned, "kind" | "look">): string =>
  JSON.stringify([kind, Object.entries(look).sort()]);

/** So many different pieces: each drawn again until nothing else looks like it. Another series draws others. */
export function different(
  series: string,
  name: string,
  count: number,
  draw: (random: Random) => Planned,
): Planned[] {
  const random = new Random(seedOf(`${name}${series}`));
  const seen = new Map<string, Planned>();
  for (let tries = 0; seen.size < count; tries++) {
    if (tries > MOST_TRIES * count) throw new Error(`There are not ${count} different ${name}.`);
    const drawn = draw(random);
    const key = lookKey(drawn);
    if (!seen.has(key)) seen.set(key, drawn);
  }
  return [...seen.values()];
}
