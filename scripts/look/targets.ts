import type { PlannedProduct } from "../catalog/plan/plan.ts";

/** What is true of a piece to the eye. */
export type Seen = Pick<PlannedProduct, "kind" | "category" | "colours" | "look">;

/**
 * How much each part of a product's visible attributes counts in its likeness to another: a little more for details
 * than the bench gives them, as they are what tells one product from its neighbours.
 */
const PARTS = {
  shelf: 0.16,
  kind: 0.16,
  colours: 0.14,
  ownColours: 0.14,
  style: 0.2,
  details: 0.2,
};

/** White gold looks like silver. */
const seenColours = (colours: readonly string[]) => [
  ...new Set(colours.filter((word) => word !== "white gold")),
];

/** Each visible attribute as a name with its length: products' dot product adds up what they share. */
function marksOf({ kind, category, colours, look }: Seen): [name: string, length: number][] {
  const words = seenColours(colours);
  const { style, ...details } = look;
  const named = Object.entries(details);
  const each = (part: number, count: number) => Math.sqrt(part / Math.max(1, count));
  return [
    [`shelf ${category}`, each(PARTS.shelf, 1)],
    [`kind ${kind}`, each(PARTS.kind, 1)],
    ...words.map((word): [string, number] => [`colour ${word}`, each(PARTS.colours, words.length)]),
    ...words.map((word): [string, number] => [
      `${kind} colour ${word}`,
      each(PARTS.ownColours, words.length),
    ]),
    [`${kind} style ${style}`, each(PARTS.style, 1)],
    ...named.map(([name, value]): [string, number] => [
      `${kind} ${name} ${value}`,
      each(PARTS.details, named.length),
    ]),
  ];
}

/** The products' attributes as vectors whose dot product says how alike two are, in the order of the products. */
export function attributeVectors(products: readonly Seen[]): Float32Array[] {
  const all = products.map(marksOf);
  const places = new Map<string, number>();
  for (const [name] of all.flat()) if (!places.has(name)) places.set(name, places.size);
  return all.map((marks) => {
    const vector = new Float32Array(places.size);
    for (const [name, length] of marks) vector[places.get(name)!] = length;
    return vector;
  });
}
