import { createFalClient, type FalClient } from "@fal-ai/client";
import { refusalOf, unreachable } from "./errors.ts";

export interface FalAccess {
  key: string;
  /** In place of fal's hosts: a gateway or a double. */
  baseUrl?: string | undefined;
}

/** Paths of a gateway by the host each stands for. */
const GATEWAY_PATHS: Readonly<Record<string, string>> = {
  "queue.fal.run": "/queue",
  "fal.run": "/run",
  "rest.fal.ai": "/rest",
};

/** Until an answer begins, ms; a stream then goes on as long as it likes. */
const ANSWER_WITHIN_MS = 30_000;

/** The address under which a URL of fal's is asked: itself, or its place at the gateway. */
export function falUrl(url: string, baseUrl: string | undefined): string {
  const { host, pathname, search } = new URL(url);
  const path = baseUrl ? GATEWAY_PATHS[host] : undefined;
  return path ? `${baseUrl!.replace(/\/$/, "")}${path}${pathname}${search}` : url;
}

/**
 * fal's client. Whatever it calls throws AppErrors that say what happened; the client itself never tries again, since
 * an order that went out twice is paid twice.
 */
export function openFal({ key, baseUrl }: FalAccess): FalClient {
  return createFalClient({
    credentials: key,
    fetch: (input, init) => fetchOrExplain(key, input, init),
    requestMiddleware: async (request) => ({ ...request, url: falUrl(request.url, baseUrl) }),
  });
}

async function fetchOrExplain(
  key: string,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("no answer")), ANSWER_WITHIN_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal;
  try {
    const response = await fetch(input, { ...init, signal });
    if (response.ok) return response;
    throw await refusalOf(response, key);
  } catch (error) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}
