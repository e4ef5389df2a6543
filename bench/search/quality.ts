import { readDemoProducts } from "../../prisma/seed/catalog/read-demo.ts";
import { demoLooks, lookOfBytes } from "./catalogue.ts";
import {
  type HeldOut,
  heldOutPictures,
  heldOutProducts,
  knownProducts,
  VIEWS,
} from "./held-out.ts";
import { attributeLikeness, gainOf, gradeOf, ndcg } from "./relevance.ts";

const DEPTH = 10;

/** Halves of the held-out products: settings are chosen by the one, and the other says how good they are. */
const HALVES = { judging: 0, choosing: 1 } as const;

type Known = ReturnType<typeof demoLooks>[number];

interface Found {
  view: string;
  category: string;
  /** Place of the same product, or of the one it is another colour of, 0 the first. */
  rank: number;
  ndcg: number;
  /** The same with grades, of which only the best count. */
  gradedNdcg: number;
  /** nDCG of the catalogue in any order: what knowing nothing comes to. */
  blindNdcg: number;
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!;
  return sum;
}

async function find(known: readonly Known[], { sku, view, shows, bytes }: HeldOut): Promise<Found> {
  const look = await lookOfBytes(bytes);
  const nearest = known
    .map(({ product, look: other }) => ({ product, cosine: dot(look, other) }))
    .sort((a, b) => b.cosine - a.cosine)
    .map(({ product }) => product);
  const rank = nearest.findIndex((product) => product.sku === sku);
  const likenesses = nearest.map((other) => attributeLikeness(shows, other));
  const grades = likenesses.map((likeness) => gainOf(gradeOf(likeness)));
  return {
    ...{ view, category: shows.category, rank },
    ndcg: ndcg(likenesses, likenesses, DEPTH),
    gradedNdcg: ndcg(grades, grades, DEPTH),
    blindNdcg: ndcg(Array(DEPTH).fill(mean(likenesses)), likenesses, DEPTH),
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const isSame = ({ view }: Found) => !VIEWS[view]!.isRecoloured;

function line(name: string, found: readonly Found[]): string {
  // What the catalogue has in another colour only is no miss.
  const same = found.filter(isSame);
  const recall = (depth: number) =>
    same.length === 0 ? "–" : mean(same.map(({ rank }) => Number(rank < depth))).toFixed(3);
  const means = (of: (one: Found) => number) => mean(found.map(of)).toFixed(3);
  const cells = [
    ...[found.length, recall(1), recall(DEPTH), means((one) => one.ndcg)],
    ...[means((one) => one.gradedNdcg), means((one) => one.blindNdcg)],
  ];
  return `| ${[name, ...cells].join(" | ")} |`;
}

const HEAD = `| pictures | queries | recall@1 | recall@10 | nDCG@10 | graded nDCG@10 | nDCG@10 of any order |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |`;

/** Which products queries are taken of. */
const QUERIED = {
  known: knownProducts,
  judging: <Product>(products: readonly Product[]) => halfOf(products, HALVES.judging),
  choosing: <Product>(products: readonly Product[]) => halfOf(products, HALVES.choosing),
};

const halfOf = <Product>(products: readonly Product[], half: number) =>
  heldOutProducts(products).filter((_, index) => index % 2 === half);

/** Recall of the same product and nDCG by attributes of pictures that are not in the catalogue, as a table of Markdown. */
export async function qualityTable(queried: keyof typeof QUERIED): Promise<string> {
  const known = demoLooks();
  const products = QUERIED[queried](known.map(({ product }) => product));
  const found: Found[] = [];
  for (const picture of await heldOutPictures(products)) found.push(await find(known, picture));
  const counted = found.filter(({ view }) => VIEWS[view]!.isCounted);
  const rows = [
    line("**all that count**", counted),
    ...Object.entries(VIEWS).map(([view, { words }]) =>
      line(
        words,
        found.filter((one) => one.view === view),
      ),
    ),
    ...[...Map.groupBy(counted, ({ category }) => category)].map(([category, of]) =>
      line(category, of),
    ),
  ];
  return [HEAD, ...rows].join("\n");
}

/** Both tables that stand in the docs: of products that the look was fitted on, and of others. */
export async function qualityReport(): Promise<string> {
  const products = readDemoProducts();
  const [known, unseen] = [knownProducts(products), QUERIED.judging(products)];
  return `${products.length} products in the catalogue.

**Known products**: ${known.length} whose catalogue picture the look was fitted on, in pictures that it was not.

${await qualityTable("known")}

**Products that nothing was fitted on**: ${unseen.length} of the ${heldOutProducts(products).length} that were kept out.

${await qualityTable("judging")}`;
}
