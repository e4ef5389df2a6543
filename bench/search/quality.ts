import type { DemoProduct } from "../../prisma/seed/catalog/demo-product.ts";
import { demoLooks, lookOfBytes } from "./catalogue.ts";
import { type HeldOut, heldOutPictures, VIEWS } from "./held-out.ts";
import { attributeLikeness, gainOf, gradeOf, ndcg } from "./relevance.ts";

/** Every so manieth product is held out: all kinds take part by their share. */
const EVERY = Number(process.env.BENCH_EVERY ?? 36);
const DEPTH = 10;

type Known = ReturnType<typeof demoLooks>[number];

interface Found {
  view: string;
  product: DemoProduct;
  /** Place of the same product, 0 the first. */
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

async function find(known: readonly Known[], { sku, view, bytes }: HeldOut): Promise<Found> {
  const look = await lookOfBytes(bytes);
  const nearest = known
    .map(({ product, look: other }) => ({ product, cosine: dot(look, other) }))
    .sort((a, b) => b.cosine - a.cosine)
    .map(({ product }) => product);
  const rank = nearest.findIndex((product) => product.sku === sku);
  const product = nearest[rank]!;
  const likenesses = nearest.map((other) => attributeLikeness(product, other));
  const grades = likenesses.map((likeness) => gainOf(gradeOf(likeness)));
  return {
    ...{ view, product, rank },
    ndcg: ndcg(likenesses, likenesses, DEPTH),
    gradedNdcg: ndcg(grades, grades, DEPTH),
    blindNdcg: ndcg(Array(DEPTH).fill(mean(likenesses)), likenesses, DEPTH),
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function line(name: string, found: readonly Found[]): string {
  const recall = (depth: number) => mean(found.map(({ rank }) => Number(rank < depth))).toFixed(3);
  const means = (of: (one: Found) => number) => mean(found.map(of)).toFixed(3);
  const cells = [
    ...[found.length, recall(1), recall(DEPTH), means((one) => one.ndcg)],
    ...[means((one) => one.gradedNdcg), means((one) => one.blindNdcg)],
  ];
  return `| ${[name, ...cells].join(" | ")} |`;
}

const HEAD = `| held-out pictures | queries | recall@1 | recall@10 | nDCG@10 | graded nDCG@10 | nDCG@10 of any order |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |`;

/** Recall of the same product and nDCG by attributes of held-out pictures, as a table of Markdown. */
export async function qualityReport(): Promise<string> {
  const known = demoLooks();
  const held = known.filter((_, index) => index % EVERY === 0).map(({ product }) => product);
  const found: Found[] = [];
  for (const picture of await heldOutPictures(held)) found.push(await find(known, picture));
  const counted = found.filter(({ view }) => VIEWS[view]!.isCounted);
  const rows = [
    line("**all that count**", counted),
    ...Object.entries(VIEWS).map(([view, { words }]) =>
      line(
        words,
        found.filter((one) => one.view === view),
      ),
    ),
    ...[...Map.groupBy(counted, ({ product }) => product.category)].map(([category, of]) =>
      line(category, of),
    ),
  ];
  return `${known.length} products, ${held.length} of them held out.\n\n${[HEAD, ...rows].join("\n")}`;
}
