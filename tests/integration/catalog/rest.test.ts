import "../http/environment.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as readImport } from "#app/api/v1/catalog/imports/[id]/route.ts";
import { POST as sendImport } from "#app/api/v1/catalog/imports/route.ts";
import { POST as putProduct } from "#app/api/v1/products/route.ts";
import { POST as search } from "#app/api/v1/search/route.ts";
import { createApiKey } from "#lib/accounts/create-api-key.ts";
import { adapters } from "#lib/adapters/index.ts";
import { indexNextProducts } from "#lib/catalog/index-products.ts";
import { resyncCatalog } from "#lib/catalog/resync-catalog.ts";
import { runImport } from "#lib/catalog/run-import.ts";
import { setRates } from "#lib/catalog/set-rates.ts";
import { succeedTask } from "#lib/jobs/end-task.ts";
import { getJob } from "#lib/jobs/get-job.ts";
import { startTask } from "#lib/jobs/start-task.ts";
import { contextOf, makePerson, type Person } from "../accounts/people.ts";
import { db } from "../http/environment.ts";
import { serve } from "../http/serve.ts";
import { product, publicPicture, seeing, stock } from "./shelf.ts";

const lastPart = (path: string) => ({ id: path.split("/").at(-1)! });
const urls = {
  search: (await serve(search)).url,
  send: (await serve(sendImport)).url,
  read: (await serve(readImport, lastPart)).url,
  put: (await serve(putProduct)).url,
};

let admin: Person;
let keys: { admin: string; customer: string };
beforeAll(async () => {
  admin = await makePerson("admin");
  const customer = await makePerson();
  const keyOf = async ({ ctx }: Person) => (await createApiKey(ctx, { name: "test" })).key;
  keys = { admin: await keyOf(admin), customer: await keyOf(customer) };
});

async function call(url: string, key: string, body?: unknown) {
  const answer = await fetch(url, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      authorization: `Bearer ${key}`,
      ...(body instanceof FormData ? {} : { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}

function feed(text: string, options: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.append("file", new Blob([text]), "feed.csv");
  for (const [name, value] of Object.entries(options)) form.append(name, value);
  return form;
}

/** What the durable function does with an import. */
async function work(jobId: string) {
  const { workspaceId, userId } = admin;
  const ctx = contextOf({ type: "job", jobId, userId, workspaceId });
  const { id: taskId } = await db.task.findFirstOrThrow({ where: { jobId } });
  await startTask(ctx, taskId);
  const { signal } = new AbortController();
  await succeedTask(ctx, taskId, await runImport(ctx, { jobId, taskId, signal }));
}

describe("an import over REST", () => {
  test("is taken, read as a job with its progress, and reported row by row", async () => {
    const text = "sku,title,price,category\na,Ring,10 EUR,rings\nb,,10 EUR,rings\n";
    const sent = await call(urls.send, keys.admin, feed(text, { catalog: "rest" }));
    expect(sent.status).toBe(202);
    await work(sent.body.job_id);
    const job = await getJob(admin.ctx, sent.body.job_id);
    expect(job).toMatchObject({ status: "succeeded", progress: 1 });
    expect(
      await db.taskEvent.count({ where: { jobId: job.jobId, type: "progress" } }),
    ).toBeGreaterThan(1);
    const report = await call(`${urls.read}/${sent.body.import_id}`, keys.admin);
    expect(report.body).toMatchObject({ rows_read: 2, rows_bad: 1, created: 1, status: "done" });
    expect(report.body.problems).toContainEqual({
      row: 3,
      sku: "b",
      field: "title",
      message: "The title is missing.",
      warning: false,
    });
    expect(await adapters().blob.list("imports/")).toEqual([]);
    const promised = await db.outboxEvent.count({ where: { name: "catalog/products.changed" } });
    expect(promised).toBeGreaterThan(0);
  });

  test("is for admins, needs a file and a known format", async () => {
    expect((await call(urls.send, keys.customer, feed("sku\n"))).status).toBe(403);
    expect((await call(urls.send, keys.admin, new FormData())).status).toBe(400);
    const form = new FormData();
    form.append("file", new Blob(["x"]), "feed.exe");
    const refused = await call(urls.send, keys.admin, form);
    expect(refused.body.error.details.allowed).toEqual(["csv", "jsonl", "xml"]);
  });
});

describe("a search over REST", () => {
  test("answers results with score, terms and why, and facets", async () => {
    const publicPath = await publicPicture("rest", "#e01010", "#ffffff");
    await stock(seeing(admin.ctx).ctx, [
      product("wire", { title: "Wire ring", pictures: [{ publicPath }] }),
    ]);
    const { status, body } = await call(urls.search, keys.customer, {
      text: "wire ring",
      filters: { price: { max_minor: 30_000, currency: "EUR" }, availability: ["in_stock"] },
      weights: { cosine: 1 },
      limit: 5,
    });
    expect(status).toBe(200);
    const [first] = body.results;
    expect(first).toMatchObject({
      product: {
        sku: "wire",
        price: { currency: "EUR", amount_minor: 20_000 },
        picture_url: `${urls.search}${publicPath}`,
      },
      terms: { cosine: 1, availability: 1 },
    });
    expect(first.why).toMatch(/^Meets 100 % of the words/);
    expect(body.facets.brands).toContainEqual({ value: "aurum", label: "Aurum", count: 1 });
  });

  test.each([
    [{}, "text"],
    [{ text: "a", filters: { smell: ["x"] } }, "There are: price, brands, categories"],
    [{ text: "a", filters: { price: { min_minor: 2, max_minor: 1 } } }, "filters"],
    [{ text: "a", filters: { availability: ["maybe"] } }, "filters"],
    [{ text: "a", limit: 1000 }, "limit"],
  ])("refuses %j and names the field", async (search, field) => {
    const { status, body } = await call(urls.search, keys.customer, search);
    expect(status).toBe(400);
    expect(JSON.stringify(body.error)).toContain(field);
  });
});

test("a product is put by its SKU: first made, then changed", async () => {
  const put = { catalog: "main", product: toWire(product("put")) };
  expect((await call(urls.put, keys.admin, put)).status).toBe(201);
  const again = { ...put, product: { ...put.product, title: "Other" } };
  expect(await call(urls.put, keys.admin, again)).toMatchObject({
    status: 200,
    body: { created: false },
  });
  expect((await call(urls.put, keys.customer, put)).status).toBe(403);
});

const toWire = ({ priceMinor, ...rest }: ReturnType<typeof product>) => ({
  ...rest,
  price_minor: priceMinor,
});

test("a comparison with the index repairs vectors that are missing or left over", async () => {
  const { ctx, embedder } = seeing(admin.ctx);
  const publicPath = await publicPicture("drift", "#1010e0", "#ffffff");
  const catalogId = await stock(ctx, [product("drift", { pictures: [{ publicPath }] })]);
  const space = { namespace: "main", embedder: embedder.id };
  const { vectors } = ctx.adapters;
  const before = await vectors.listIds(space, { limit: 100 });
  const lost = await db.product.findFirstOrThrow({ where: { sku: "drift" } });
  const [kept] = await vectors.fetch(space, [lost.id]);
  await vectors.deleteProducts(space, [lost.id]);
  const facts = {
    priceMinor: 1,
    brand: "b",
    category: "c",
    availability: "in_stock",
    sizes: [],
    colours: [],
    materials: [],
  };
  await vectors.upsert(space, [{ id: "stray", productId: "gone", vector: kept!.vector, facts }]);
  expect(await resyncCatalog(ctx, "main")).toMatchObject({ due: 1, removedVectors: 1 });
  while ((await indexNextProducts(ctx, catalogId)) > 0);
  expect(await vectors.listIds(space, { limit: 100 })).toEqual(before);
  expect(await resyncCatalog(ctx, "main")).toMatchObject({ due: 0, removedVectors: 0 });
});

test("rates of a newer day move every price that filters compare", async () => {
  await stock(seeing(admin.ctx).ctx, [product("rated", { priceMinor: 10_000, currency: "USD" })]);
  await setRates(admin.ctx, { day: "2026-06-01", perEuro: { USD: 2 } });
  expect(await db.product.findFirst({ where: { sku: "rated" } })).toMatchObject({
    priceEurMinor: 5000,
  });
});
