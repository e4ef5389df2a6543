import { type Index, Pinecone } from "@pinecone-database/pinecone";
import type { VectorMatch, VectorQuery, VectorSpace, Vectors } from "../port.ts";
import { requireQuery, requireSpace, requireVectors } from "../require.ts";
import { isNothingThere, toPineconeError } from "./errors.ts";
import { type Metadata, toMetadata, toPineconeFilter } from "./filter.ts";
import { embedderOf, namespaceOf } from "./namespace.ts";
import { type SeenOptions, untilSeen } from "./seen.ts";

export interface PineconeOptions {
  apiKey: string;
  /** Address of the index's data plane. */
  host: string;
  /** How long a write is waited for. */
  seen?: SeenOptions;
}

/** Vectors in one request: of 2 MB, with room for their facts. */
const VECTORS_AT_ONCE = 100;
const IDS_AT_ONCE = 1000;
const PRODUCTS_AT_ONCE = 100;
const UPDATES_AT_ONCE = 8;
/** Most matches of a query that answers metadata. */
const MOST_MATCHES = 1000;
const PAGE = 100;

const isProduct = (ids: readonly string[]) => ({ product_id: { $in: [...ids] } });

/**
 * Product vectors in one Pinecone index, a namespace for each catalogue and embedder. The index has the embedder's
 * dimensions and the metric cosine. A write waits until it is seen.
 */
export function createPineconeVectors({ apiKey, host, seen }: PineconeOptions): Vectors {
  const client = new Pinecone({ apiKey });
  const index = client.index<Metadata>({ host });
  const at = (space: VectorSpace): Index<Metadata> => {
    requireSpace(space);
    return client.index<Metadata>({ host, namespace: namespaceOf(space) });
  };
  return {
    name: "pinecone",
    async upsert(space, vectors) {
      requireVectors(space, vectors);
      const records = vectors.map(({ id, productId, vector, facts }) => ({
        id,
        values: Array.from(vector),
        metadata: { product_id: productId, ...toMetadata(facts) },
      }));
      for (const some of slices(records, VECTORS_AT_ONCE)) {
        await called(() => at(space).upsert({ records: some }));
      }
      const last = records.at(-1);
      if (last)
        await untilSeen(async () => holds(await fetchIds(at(space), [last.id]), last), seen);
    },
    async updateFacts(space, products) {
      for (const some of slices(products, UPDATES_AT_ONCE)) {
        await Promise.all(
          some.map(({ productId, facts }) =>
            called(() =>
              at(space).update({ filter: isProduct([productId]), metadata: toMetadata(facts) }),
            ).catch(unlessGone),
          ),
        );
      }
      const last = products.slice(-UPDATES_AT_ONCE);
      const prices = new Map(last.map(({ productId, facts }) => [productId, facts.priceMinor]));
      await untilSeen(async () => {
        const kept = await fetchProducts(at(space), [...prices.keys()]);
        return kept.every(
          ({ metadata }) => metadata?.price_minor === prices.get(metadata?.product_id ?? ""),
        );
      }, seen);
    },
    async deleteProducts(space, productIds) {
      for (const some of slices(productIds, PRODUCTS_AT_ONCE)) {
        await called(() => at(space).deleteMany({ filter: isProduct(some) })).catch(unlessGone);
        await untilSeen(async () => (await fetchProducts(at(space), some)).length === 0, seen);
      }
    },
    async delete(space, ids) {
      for (const some of slices(ids, IDS_AT_ONCE)) {
        await called(() => at(space).deleteMany({ ids: some })).catch(unlessGone);
        await untilSeen(async () => (await fetchIds(at(space), some)).length === 0, seen);
      }
    },
    async query(space, query) {
      requireQuery(space, query);
      return queryProducts(at(space), query);
    },
    async fetch(space, productIds) {
      const kept: Awaited<ReturnType<Vectors["fetch"]>> = [];
      for (const some of slices(productIds, PRODUCTS_AT_ONCE)) {
        for (const { id, values, metadata } of await fetchProducts(at(space), some)) {
          kept.push({
            id,
            productId: metadata?.product_id ?? "",
            vector: Float32Array.from(values ?? []),
          });
        }
      }
      return kept;
    },
    listIds: (space, page) => listIds(at(space), page),
    async listSpaces(namespace) {
      const { namespaces = {} } = await called(() => index.describeIndexStats());
      const spaces = Object.entries(namespaces).flatMap(([name, { recordCount }]) => {
        const embedder = embedderOf(namespace, name);
        return embedder && recordCount > 0 ? [{ embedder, vectors: recordCount, name }] : [];
      });
      return spaces
        .toSorted((one, other) => (one.name < other.name ? -1 : 1))
        .map(({ embedder, vectors }) => ({ embedder, vectors }));
    },
    async dropSpace(space) {
      await called(() => at(space).deleteAll()).catch(unlessGone);
      await untilSeen(async () => {
        const { namespaces = {} } = await called(() => index.describeIndexStats());
        return !namespaces[namespaceOf(space)]?.recordCount;
      }, seen);
    },
    async check() {
      await called(() => index.describeIndexStats());
    },
  };
}

async function called<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isNothingThere(error)) throw error;
    throw toPineconeError(error);
  }
}

/** A namespace that is not there holds nothing to change. */
function unlessGone(error: unknown): void {
  if (!isNothingThere(error)) throw error;
}

function slices<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, n) =>
    all.slice(n * size, (n + 1) * size),
  );
}

interface Kept {
  id: string;
  values?: number[] | undefined;
  metadata?: Metadata | undefined;
}

const VALUE_TOLERANCE = 1e-3;

/** True when what is kept is what was put: an older vector under the same id may still be shown. */
function holds(kept: Kept[], { id, values, metadata }: Kept): boolean {
  const found = kept.find((one) => one.id === id);
  if (!found) return false;
  const isSame = (values ?? []).every(
    (value, n) => Math.abs(value - (found.values?.[n] ?? 0)) < VALUE_TOLERANCE,
  );
  return isSame && found.metadata?.price_minor === metadata?.price_minor;
}

async function fetchIds(index: Index<Metadata>, ids: string[]): Promise<Kept[]> {
  try {
    return Object.values((await called(() => index.fetch({ ids }))).records);
  } catch (error) {
    unlessGone(error);
    return [];
  }
}

async function fetchProducts(index: Index<Metadata>, productIds: string[]): Promise<Kept[]> {
  const kept: Kept[] = [];
  let paginationToken: string | undefined;
  try {
    do {
      const from = paginationToken;
      const page = await called(() =>
        index.fetchByMetadata({
          filter: isProduct(productIds),
          limit: PAGE,
          ...(from && { paginationToken: from }),
        }),
      );
      kept.push(...Object.values(page.records));
      paginationToken = page.pagination?.next;
    } while (paginationToken);
  } catch (error) {
    unlessGone(error);
  }
  return kept;
}

/** Asks for more pictures until there are as many products as wanted, or no more pictures. */
async function queryProducts(
  index: Index<Metadata>,
  { vector, filter, limit, withVectors = false }: VectorQuery,
): Promise<VectorMatch[]> {
  const asked = toPineconeFilter(filter);
  const common = {
    vector: Array.from(vector),
    includeMetadata: true,
    includeValues: withVectors,
    ...(asked && { filter: asked }),
  };
  for (let topK = Math.min(MOST_MATCHES, 2 * limit + 10); ; topK = MOST_MATCHES) {
    const { matches } = await called(() => index.query({ ...common, topK })).catch((error) => {
      unlessGone(error);
      return { matches: [] };
    });
    const products = nearestOfEach(matches, withVectors);
    const isAll = matches.length < topK || topK === MOST_MATCHES;
    if (products.length >= limit || isAll) return products.slice(0, limit);
  }
}

function nearestOfEach(
  matches: readonly (Kept & { score?: number })[],
  withVectors: boolean,
): VectorMatch[] {
  const nearest = new Map<string, VectorMatch>();
  for (const { id, score = 0, values, metadata } of matches) {
    const productId = metadata?.product_id ?? "";
    if (nearest.has(productId)) continue;
    const cosine = Math.max(-1, Math.min(1, score));
    const vector = withVectors ? { vector: Float32Array.from(values ?? []) } : {};
    nearest.set(productId, { id, productId, cosine, ...vector });
  }
  return [...nearest.values()];
}

async function listIds(
  index: Index<Metadata>,
  { cursor, limit }: Parameters<Vectors["listIds"]>[1],
): ReturnType<Vectors["listIds"]> {
  try {
    const page = await called(() =>
      index.listPaginated({
        limit: Math.min(PAGE, limit),
        ...(cursor && { paginationToken: cursor }),
      }),
    );
    const ids = (page.vectors ?? []).flatMap(({ id }) => id ?? []);
    const kept = ids.length > 0 ? await fetchIds(index, ids) : [];
    const products = kept.map(({ id, metadata }) => ({
      id,
      productId: metadata?.product_id ?? "",
    }));
    return { ids: products, cursor: page.pagination?.next ?? null };
  } catch (error) {
    unlessGone(error);
    return { ids: [], cursor: null };
  }
}
