import type { IncomingMessage, ServerResponse } from "node:http";
import { type Mishap, openLoopback, readBytes } from "../loopback.ts";
import { matches } from "./matches.ts";

interface Stored {
  id: string;
  values: number[];
  metadata: Record<string, unknown>;
}

export interface PineconeDouble {
  url: string;
  /** Path of every request, in order. */
  requests: string[];
  mishaps: Mishap[];
  /** Forgets everything. */
  clear(): void;
  close(): Promise<void>;
}

export interface PineconeFacts {
  apiKey: string;
  dimension: number;
  /** How many questions are answered before a write is seen. */
  lag?: number;
}

type Namespaces = Map<string, Map<string, Stored>>;
type Body = Record<string, unknown> & { namespace?: string };

interface State extends PineconeFacts {
  /** What was written. */
  written: Namespaces;
  /** What questions see, some questions later. */
  seen: Namespaces;
  /** Questions until the next look at what was written. */
  waiting: number;
}

const copyOf = (all: Namespaces): Namespaces =>
  new Map([...all].map(([name, records]) => [name, new Map(records)]));

/** One index's data plane. Writes are taken at once and seen a few questions later, as the service works. */
export async function openPineconeDouble(facts: PineconeFacts): Promise<PineconeDouble> {
  const requests: string[] = [];
  const mishaps: Mishap[] = [];
  const state: State = { ...facts, written: new Map(), seen: new Map(), waiting: 0 };
  const server = await openLoopback(async (request, response) => {
    requests.push(request.url ?? "");
    const text = (await readBytes(request)).toString();
    const mishap = mishaps.shift();
    if (typeof mishap === "object") return refuse(response, mishap.status, "No.");
    if (mishap === "cut") return void response.destroy();
    if (request.headers["api-key"] !== facts.apiKey)
      return refuse(response, 401, "Invalid API Key");
    try {
      const url = new URL(request.url ?? "/", "http://double");
      const answer = answerTo(state, request, url, JSON.parse(text || "{}") as Body);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answer));
    } catch (error) {
      const { status = 400, message } = error as Error & { status?: number };
      refuse(response, status, message);
    }
  });
  return {
    ...server,
    requests,
    mishaps,
    clear() {
      state.written.clear();
      state.seen.clear();
      state.waiting = 0;
    },
  };
}

function answerTo(state: State, request: IncomingMessage, url: URL, body: Body): unknown {
  const write = WRITES[url.pathname];
  if (write) {
    const answer = write(state, body);
    state.waiting = state.lag ?? 0;
    return answer;
  }
  const read = READS[url.pathname];
  if (!read)
    throw Object.assign(new Error(`no ${request.method} ${url.pathname}`), { status: 404 });
  if (state.waiting > 0) state.waiting -= 1;
  else state.seen = copyOf(state.written);
  return read(state, body, url.searchParams);
}

const recordsOf = (all: Namespaces, namespace = "__default__") => all.get(namespace) ?? new Map();

/** Writes to a namespace that is not there: only an upsert makes one. */
function existing(state: State, { namespace = "__default__" }: Body): Map<string, Stored> {
  const found = state.written.get(namespace);
  if (!found) throw Object.assign(new Error("Namespace not found"), { status: 404 });
  return found;
}

const WRITES: Record<string, (state: State, body: Body) => unknown> = {
  "/vectors/upsert": (state, body) => {
    const vectors = body.vectors as Stored[];
    if (vectors.length > 1000) throw new Error("The number of vectors is too large");
    const { namespace = "__default__" } = body;
    const records = state.written.get(namespace) ?? new Map<string, Stored>();
    for (const vector of vectors) {
      if (vector.values.length !== state.dimension) {
        throw new Error(`Vector dimension ${vector.values.length} does not match`);
      }
      for (const value of Object.values(vector.metadata)) {
        if (value === null) throw new Error("Metadata value must not be null");
      }
      records.set(vector.id, structuredClone(vector));
    }
    state.written.set(namespace, records);
    return { upsertedCount: vectors.length };
  },
  "/vectors/update": (state, body) => {
    const records = existing(state, body);
    const filter = body.filter as Record<string, unknown> | undefined;
    for (const [id, record] of records) {
      if (filter ? !matches(record.metadata, filter) : id !== body.id) continue;
      const metadata = { ...record.metadata, ...(body.setMetadata as object) };
      records.set(id, { ...record, metadata });
    }
    return {};
  },
  "/vectors/delete": (state, body) => {
    const records = existing(state, body);
    const { ids, filter, deleteAll, namespace = "__default__" } = body;
    if (deleteAll) state.written.delete(namespace);
    for (const id of (ids as string[] | undefined) ?? []) records.delete(id);
    for (const [id, { metadata }] of filter ? records : []) {
      if (matches(metadata, filter as Record<string, unknown>)) records.delete(id);
    }
    return {};
  },
};

const cosine = (one: number[], other: number[]) => {
  const dot = one.reduce((sum, value, n) => sum + value * (other[n] ?? 0), 0);
  return dot / (Math.hypot(...one) * Math.hypot(...other));
};

const READS: Record<string, (state: State, body: Body, query: URLSearchParams) => unknown> = {
  "/query": ({ seen }, body) => {
    const topK = Number(body.topK);
    const most = body.includeValues || body.includeMetadata ? 1000 : 10_000;
    if (topK > most) throw new Error(`topK is at most ${most}`);
    const found = [...recordsOf(seen, body.namespace).values()]
      .filter(({ metadata }) => matches(metadata, body.filter as Record<string, unknown>))
      .map(({ id, values, metadata }) => ({
        id,
        score: cosine(values, body.vector as number[]),
        ...(body.includeValues ? { values } : {}),
        ...(body.includeMetadata ? { metadata } : {}),
      }))
      .sort((one, other) => other.score - one.score);
    return { matches: found.slice(0, topK), namespace: body.namespace, usage: { readUnits: 1 } };
  },
  "/vectors/fetch": ({ seen }, _, query) => {
    const namespace = query.get("namespace") ?? "__default__";
    const records = recordsOf(seen, namespace);
    const found = query.getAll("ids").flatMap((id) => records.get(id) ?? []);
    const vectors = Object.fromEntries(found.map((record) => [record.id, record]));
    return { vectors, namespace, usage: { readUnits: 1 } };
  },
  "/vectors/fetch_by_metadata": ({ seen }, body) => {
    const all = [...recordsOf(seen, body.namespace).values()].filter(({ metadata }) =>
      matches(metadata, body.filter as Record<string, unknown>),
    );
    const { page, next } = paged(
      all,
      Number(body.limit ?? 100),
      String(body.paginationToken ?? ""),
    );
    const vectors = Object.fromEntries(page.map((record) => [record.id, record]));
    return { vectors, namespace: body.namespace, ...(next && { pagination: { next } }) };
  },
  "/vectors/list": ({ seen }, _, query) => {
    const namespace = query.get("namespace") ?? "__default__";
    const limit = Number(query.get("limit") ?? 100);
    const all = [...recordsOf(seen, namespace).values()];
    const { page, next } = paged(all, limit, query.get("paginationToken") ?? "");
    return {
      vectors: page.map(({ id }) => ({ id })),
      namespace,
      ...(next && { pagination: { next } }),
    };
  },
  "/describe_index_stats": ({ seen, dimension }) => {
    const counts = [...seen].map(([name, records]) => [name, { vectorCount: records.size }]);
    return { namespaces: Object.fromEntries(counts), dimension, totalVectorCount: 0 };
  },
};

function paged(all: Stored[], limit: number, after: string): { page: Stored[]; next?: string } {
  const sorted = all.sort((one, other) => (one.id < other.id ? -1 : 1));
  const rest = sorted.filter(({ id }) => id > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { page, ...(last && rest.length > limit && { next: last.id }) };
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ code: status, message, details: [] }));
}
