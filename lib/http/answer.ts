import { toSnakeCase } from "./case.ts";

/** What a route's `handle` may return to choose status and headers. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: HeadersInit;
  /** False: keys go out as they are (a JSON Schema has its own spelling). */
  readonly snakeCase: boolean;

  constructor(status: number, body: unknown, headers: HeadersInit = {}, snakeCase = true) {
    this.status = status;
    this.body = body;
    this.headers = headers;
    this.snakeCase = snakeCase;
  }
}

/** A JSON answer with a status; keys become snake_case at all depths. A null body: no content. */
export const answer = (status: number, body: unknown, headers?: HeadersInit) =>
  new Answer(status, body, headers);

/** A JSON answer whose keys go out exactly as they are. */
export const answerAsIs = (status: number, body: unknown, headers?: HeadersInit) =>
  new Answer(status, body, headers, false);

/** An answer ready for the wire, and for being stored under an idempotency key. */
export interface WireAnswer {
  status: number;
  body: unknown;
  headers: Headers;
}

/**
 * What goes over the wire: snake_case keys, dates as ISO text, and links to this site made
 * absolute, so that a client can follow them as they are.
 */
export function toWire(result: unknown, origin: string): WireAnswer {
  const given = result instanceof Answer ? result : new Answer(200, result);
  const plain: unknown = given.body == null ? null : JSON.parse(JSON.stringify(given.body));
  const body = given.snakeCase ? toSnakeCase(plain) : plain;
  return {
    status: given.status,
    body: withAbsoluteLinks(body, origin),
    headers: new Headers(given.headers),
  };
}

const LINK_KEY = /(^|_)url$|Url$/;

/** The same value with links to this site, under keys that end in "url", made absolute. */
export function withAbsoluteLinks(value: unknown, origin: string, key = ""): unknown {
  if (typeof value === "string") {
    return LINK_KEY.test(key) && /^\/(?!\/)/.test(value) ? origin + value : value;
  }
  if (Array.isArray(value)) return value.map((item) => withAbsoluteLinks(item, origin, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withAbsoluteLinks(item, origin, name)]),
  );
}

/** The HTTP form: JSON, never cached, no body with 204. */
export function toResponse({ status, body, headers }: WireAnswer): Response {
  const sent = new Headers(headers);
  if (!sent.has("cache-control")) sent.set("cache-control", "no-store");
  if (status === 204 || body === null) return new Response(null, { status, headers: sent });
  sent.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { status, headers: sent });
}
