import "../http/environment.ts";
import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpEmbedder } from "#lib/adapters/embedder/http.ts";
import { createPineconeVectors } from "#lib/adapters/vectors/pinecone/pinecone.ts";
import { putProducts } from "#lib/catalog/put-products.ts";
import { openEmbeddingsDouble } from "#tests/doubles/embeddings/server.ts";
import { openPineconeDouble } from "#tests/doubles/pinecone/server.ts";
import { db, home } from "../http/environment.ts";
import { product, publicPicture } from "./shelf.ts";

const DIMENSIONS = 8;
const embeddings = await openEmbeddingsDouble("em-key");
const pinecone = await openPineconeDouble({ apiKey: "pc-key", dimension: DIMENSIONS, lag: 1 });
afterAll(() => Promise.all([embeddings.close(), pinecone.close()]));

const vectors = createPineconeVectors({
  ...{ apiKey: "pc-key", host: pinecone.url, seen: { mostMs: 2000, everyMs: 1 } },
});
const { id: embedder } = createHttpEmbedder({
  ...{ baseUrl: embeddings.url, model: "m", dimensions: DIMENSIONS, apiKey: "em-key" },
});
const space = { namespace: "main", embedder };

/** `npm run catalog:resync` as a person calls it; an address among the parameters is another index. */
async function resync(...given: string[]) {
  const index = given.find((one) => one.startsWith("http")) ?? pinecone.url;
  const parameters = given.filter((one) => !one.startsWith("http"));
  const env = {
    ...process.env,
    ...{ MAQUETTE_HOME: home, LOG_LEVEL: "silent", EMBEDDER: embeddings.url, EMBEDDER_MODEL: "m" },
    ...{ EMBEDDER_DIMENSIONS: String(DIMENSIONS), EMBEDDER_API_KEY: "em-key" },
    ...{ PINECONE_API_KEY: "pc-key", PINECONE_INDEX_HOST: index },
  };
  const call = [process.execPath, ["scripts/catalog-resync.ts", ...parameters], { env }] as const;
  return promisify(execFile)(...call).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout, stderr }) => ({ code, stdout: String(stdout), stderr: String(stderr) }),
  );
}

beforeAll(async () => {
  const publicPath = await publicPicture("synced", "#20a040", "#ffffff");
  await putProducts(
    { db, now: () => new Date() },
    {
      catalog: { slug: "main", name: "Main" },
      products: ["a", "b", "c"].map((sku) => product(sku, { pictures: [{ publicPath }] })),
    },
  );
});

const held = async () => (await vectors.listIds(space, { limit: 100 })).ids.length;

test("only compares where it is told to, and leaves with 1 where they differ", async () => {
  const { code, stdout } = await resync("--check");
  expect(stdout).toContain("main (pinecone, m 1): 3 missing, 0 left over.");
  expect(code).toBe(1);
  expect(await held()).toBe(0);
});

test("makes what is missing, takes out what is left over, and then finds nothing to do", async () => {
  const [first] = await db.product.findMany({ orderBy: { sku: "asc" } });
  const facts = { priceMinor: 1, brand: "b", category: "c", availability: "in_stock" };
  const lists = { sizes: [], colours: [], materials: [] };
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => (at === 0 ? 1 : 0));
  await vectors.upsert(space, [
    { id: "stray", productId: "gone", vector, facts: { ...facts, ...lists } },
  ]);
  expect(await resync()).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("0 missing, 0 left over now"),
  });
  expect(await held()).toBe(3);
  expect(await vectors.fetch(space, ["gone"])).toEqual([]);

  await vectors.deleteProducts(space, [first!.id]);
  expect(await resync("--catalog", "main")).toMatchObject({ code: 0 });
  expect(await held()).toBe(3);
  const before = embeddings.batches.length;
  expect(await resync("--check")).toMatchObject({ code: 0 });
  expect(embeddings.batches.length).toBe(before);
});

test("an index that refuses its vectors is told as that, and every product stays due", async () => {
  const narrow = await openPineconeDouble({ apiKey: "pc-key", dimension: 4, lag: 1 });
  const { code, stderr } = (await resync("--catalog", "main", narrow.url)) as {
    code: number;
    stderr: string;
  };
  await narrow.close();
  expect([code, stderr]).toEqual([1, expect.stringContaining("needs the embedder's dimensions")]);
  expect(await db.product.count({ where: { indexedHash: null } })).toBeGreaterThan(0);
  expect(await resync()).toMatchObject({ code: 0 });
});

test("says when there is no such catalogue, and never a key", async () => {
  const { code, stderr } = (await resync("--catalog", "nowhere")) as {
    code: number;
    stderr: string;
  };
  expect([code, stderr]).toEqual([1, expect.stringContaining("no such catalogue")]);
  expect(stderr).not.toMatch(/pc-key|em-key/);
});
