/**
 * `npm run look:fit`: measures the demo catalogue's pictures without the products that the bench holds out, and pictures
 * of pieces that are in no catalogue, which it draws; fits the numbers by which the kernel's look is made of what is
 * measured, and writes them to lib/kernel/look/fitted-numbers.ts. What is drawn already is kept, so it goes on where it
 * was stopped; `-- --again` draws everything anew. `-- --check` writes nothing and leaves with 1 where the numbers kept
 * are others than those it comes to.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { toRaster } from "#lib/adapters/embedder/look.ts";
import { MEASURED_NUMBERS, measured, WEIGHED_NUMBERS } from "#lib/kernel/look/blocks.ts";
import { pack } from "#lib/kernel/look/packed.ts";
import { subjectOf } from "#lib/kernel/look/subject.ts";
import { heldOutProducts } from "../bench/search/held-out.ts";
import { readDemoProducts } from "../prisma/seed/catalog/read-demo.ts";
import { lookKey } from "./catalog/plan/planned.ts";
import { flatDrawings } from "./look/flat-drawings.ts";
import { type Example, learn, plainMatrix, SIZES } from "./look/learn.ts";
import type { Network } from "./look/network.ts";
import { forgetPracticePictures, practicePictures } from "./look/practice-pictures.ts";
import { practicePieces } from "./look/practice-pieces.ts";
import type { Seen } from "./look/targets.ts";

const TO = "lib/kernel/look/fitted-numbers.ts";

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
  for await (const pictures of practicePictures(practicePieces(isOpen))) {
    for (const { product, bytes } of pictures) {
      yield { numbers: await measuredOf(bytes), shows: product };
    }
  }
}

/** What was measured of flat drawings, each kept in two formats. */
async function sameDrawings(): Promise<[Float32Array, Float32Array][]> {
  const pairs: [Float32Array, Float32Array][] = [];
  for await (const files of flatDrawings()) {
    const [first, ...others] = await Promise.all(files.map(measuredOf));
    for (const other of others) pairs.push([first!, other]);
  }
  return pairs;
}

function written(network: Network, plainNumbers: Float32Array): string {
  const { hidden, learned, plain } = SIZES;
  const packed = {
    FIRST: pack({ rows: MEASURED_NUMBERS, columns: hidden, values: network.first }),
    FIRST_SHIFT: pack({ rows: hidden, columns: 1, values: network.firstShift }),
    SECOND: pack({ rows: hidden, columns: learned, values: network.second }),
    SECOND_SHIFT: pack({ rows: learned, columns: 1, values: network.secondShift }),
    PLAIN: pack({ rows: WEIGHED_NUMBERS, columns: plain, values: plainNumbers }),
  };
  const texts = Object.entries(packed).map(
    ([name, text]) => `export const ${name} =\n  "${text}";`,
  );
  return `/** Written by \`npm run look:fit\`: matrices of 8-bit numbers, see packed.ts. */
export const SIZES = { hidden: ${hidden}, learned: ${learned}, plain: ${plain} } as const;

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
const text = written(learn(examples, await sameDrawings()), plainMatrix(examples));
if (process.argv.includes("--check")) {
  const isSame = readFileSync(TO, "utf8") === text;
  console.log(isSame ? "The numbers kept are these." : "The numbers kept are others.");
  process.exitCode = isSame ? 0 : 1;
} else writeFileSync(TO, text);
