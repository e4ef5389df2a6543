/**
 * `npm run look:fit`: measures the demo catalogue's pictures without the products that the bench holds out, and pictures
 * of pieces that are in no catalogue, which it draws; fits the numbers by which the kernel's look is made of what is
 * measured, and writes them to lib/kernel/look/fitted-numbers.ts. What is drawn already is kept, so it goes on where it
 * was stopped; `-- --again` draws everything anew. `-- --check` writes nothing and leaves with 1 where the numbers kept
 * are others than those it comes to.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toRaster } from "#lib/adapters/embedder/look.ts";
import {
  LOOK_BLOCKS,
  MEASURED_NUMBERS,
  measured,
  WEIGHED_NUMBERS,
} from "#lib/kernel/look/blocks.ts";
import { pack } from "#lib/kernel/look/packed.ts";
import { subjectOf } from "#lib/kernel/look/subject.ts";
import { heldOutProducts } from "../bench/search/held-out.ts";
import { readDemoProducts } from "../prisma/seed/catalog/read-demo.ts";
import { type PlannedProduct, planCatalogue } from "./catalog/plan/plan.ts";
import { lookKey } from "./catalog/plan/planned.ts";
import { seedOf } from "./catalog/random.ts";
import { flatDrawings } from "./look/flat-drawings.ts";
import { leadingDirections } from "./look/leading-directions.ts";
import { forgetPracticePictures, practicePictures } from "./look/practice-pictures.ts";
import { ridge } from "./look/ridge.ts";
import { attributeVectors, type Seen } from "./look/targets.ts";

const TO = "lib/kernel/look/fitted-numbers.ts";
/** Names the pieces to practise on: others than the catalogue's. */
const SERIES = "-p1";
/** How many of them. */
const PIECES = 600;
const SIZES = { learned: 128, plain: 64 };
/** Of the ridge regression: a smaller one finds more like pieces and minds noise more. */
const PENALTY = 0.025;

/** A picture to learn from: what was measured of it and what is true of what it shows. */
interface Example {
  numbers: Float32Array;
  shows: Seen;
}

const measuredOf = async (bytes: Uint8Array) => measured(subjectOf(await toRaster(bytes)));

/** Looks that the bench holds out: nothing is learned from a piece that looks like one of them. */
const heldOut = new Set(
  heldOutProducts(readDemoProducts()).map(({ kind, attributes: { look } }) =>
    lookKey({ kind, look }),
  ),
);
const isOpen = (shows: Seen) => !heldOut.has(lookKey(shows));

/** The demo catalogue's pictures, without what is held out. */
async function* catalogue(): AsyncGenerator<Example> {
  for (const { sku, kind, category, colours, attributes } of readDemoProducts()) {
    const shows = { kind, category, colours, look: attributes.look };
    if (!isOpen(shows)) continue;
    yield { numbers: await measuredOf(readFileSync(`public/catalog/${sku}.webp`)), shows };
  }
}

/** Other pieces, each as in a catalogue and in another view. */
async function* practice(): AsyncGenerator<Example> {
  const planned: PlannedProduct[] = planCatalogue(SERIES)
    .filter(isOpen)
    .sort((a, b) => seedOf(a.sku) - seedOf(b.sku))
    .slice(0, PIECES);
  for await (const pictures of practicePictures(planned)) {
    for (const { product, bytes } of pictures) {
      yield { numbers: await measuredOf(bytes), shows: product };
    }
  }
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]!.length);
  for (const vector of vectors) {
    for (let i = 0; i < mean.length; i++) mean[i]! += vector[i]! / vectors.length;
  }
  return mean;
}

/** Of what hardly ever differs: it is noise where it does. */
const LEAST_SPREAD = 0.02;

/** How much more than a picture a difference counts that says nothing. */
const FLAT_WEIGHT = 12;

/** What differs in the measured numbers of a flat drawing between the formats it is kept in. */
async function emptyDifferences(): Promise<Float32Array[]> {
  const differences: Float32Array[] = [];
  for await (const files of flatDrawings()) {
    const [first, ...others] = await Promise.all(files.map(measuredOf));
    for (const other of others) differences.push(other.map((value, i) => value - first![i]!));
  }
  return differences;
}

/** Mean and spread of each measured number: the map sees how far from usual each is. */
function usualOf(examples: readonly Example[]) {
  const mean = meanOf(examples.map(({ numbers }) => numbers));
  const squares = meanOf(
    examples.map(({ numbers }) => numbers.map((value, i) => (value - mean[i]!) ** 2)),
  );
  return { mean, spread: squares.map((square) => Math.sqrt(square) + LEAST_SPREAD) };
}

/** A linear map with what is added after it. */
interface Fitted {
  /** MEASURED_NUMBERS × SIZES.learned. */
  matrix: Float32Array;
  shift: Float32Array;
}

/** What is learned: from what was measured to the attributes, in the directions in which products differ most. */
function learn(examples: readonly Example[], empty: readonly Float32Array[]): Fitted {
  const { mean, spread } = usualOf(examples);
  const attributes = attributeVectors(examples.map(({ shows }) => shows));
  const size = attributes[0]!.length;
  const directions = leadingDirections(attributes, size, SIZES.learned);
  const targets = attributes.map((own) =>
    Float32Array.from({ length: SIZES.learned }, (_, r) => {
      const row = directions.subarray(r * size, (r + 1) * size);
      return row.reduce((sum, value, i) => sum + value * own[i]!, 0);
    }),
  );
  const usual = meanOf(targets);
  const inputs = examples.map(({ numbers }) =>
    numbers.map((value, i) => (value - mean[i]!) / spread[i]!),
  );
  const nothing = empty.map((numbers) =>
    numbers.map((value, i) => (FLAT_WEIGHT * value) / spread[i]!),
  );
  const matrix = ridge({
    inputs: [...inputs, ...nothing],
    targets: [
      ...targets.map((target) => target.map((value, r) => value - usual[r]!)),
      ...nothing.map(() => new Float32Array(SIZES.learned)),
    ],
    penalty: PENALTY,
  });
  return onRawNumbers(matrix, { mean, spread, usual });
}

/** The same map for numbers as they are measured, their mean and spread worked into it. */
function onRawNumbers(
  matrix: Float32Array,
  { mean, spread, usual }: Record<"mean" | "spread" | "usual", Float32Array>,
): Fitted {
  const { learned } = SIZES;
  const raw = matrix.map((value, at) => value / spread[Math.floor(at / learned)]!);
  const shift = usual.map((value, r) => {
    let sum = value;
    for (let i = 0; i < mean.length; i++) sum -= mean[i]! * raw[i * learned + r]!;
    return sum;
  });
  return { matrix: raw, shift };
}

/** From what was measured to the plain look: the weighed blocks in the directions in which pictures differ most. */
function plainMatrix(examples: readonly Example[]): Float32Array {
  const scales = LOOK_BLOCKS.flatMap(({ numbers, weight }) =>
    Array<number>(numbers).fill(Math.sqrt(weight)),
  );
  const vectors = examples.map(({ numbers }) =>
    numbers.slice(0, WEIGHED_NUMBERS).map((value, i) => value * scales[i]!),
  );
  const directions = leadingDirections(vectors, WEIGHED_NUMBERS, SIZES.plain);
  return Float32Array.from({ length: WEIGHED_NUMBERS * SIZES.plain }, (_, at) => {
    const [i, r] = [Math.floor(at / SIZES.plain), at % SIZES.plain];
    return directions[r * WEIGHED_NUMBERS + i]! * scales[i]!;
  });
}

function written({ matrix, shift }: Fitted, plainNumbers: Float32Array): string {
  const { learned, plain } = SIZES;
  const packed = {
    LEARNED: pack({ rows: MEASURED_NUMBERS, columns: learned, values: matrix }),
    SHIFT: pack({ rows: learned, columns: 1, values: shift }),
    PLAIN: pack({ rows: WEIGHED_NUMBERS, columns: plain, values: plainNumbers }),
  };
  const texts = Object.entries(packed).map(
    ([name, text]) => `export const ${name} =\n  "${text}";`,
  );
  return `/** Written by \`npm run look:fit\`: matrices of 8-bit numbers, see packed.ts. */
export const SIZES = { learned: ${learned}, plain: ${plain} } as const;

${texts.join("\n\n")}
`;
}

const examples: Example[] = [];
if (process.argv.includes("--again")) forgetPracticePictures();
for (const source of [catalogue(), practice()]) {
  for await (const example of source) {
    examples.push(example);
    if (examples.length % 100 === 0) process.stdout.write(`\r${examples.length} pictures      `);
  }
}
console.log(`\n${examples.length} pictures learned from, none of what is held out.`);
const text = written(learn(examples, await emptyDifferences()), plainMatrix(examples));
if (process.argv.includes("--check")) {
  const isSame = readFileSync(TO, "utf8") === text;
  console.log(isSame ? "The numbers kept are these." : "The numbers kept are others.");
  process.exitCode = isSame ? 0 : 1;
} else writeFileSync(TO, text);
