import { lookup as systemLookup } from "node:dns/promises";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { env } from "#lib/env.ts";
import { AppError, invalidInput, unavailable } from "#lib/shared/errors.ts";
import { isPublicAddress } from "./public-address.ts";

interface Address {
  address: string;
  family: number;
}

export interface GuardedFetchOptions {
  /** Largest body, bytes. */
  maxBytes: number;
  /** Longest time for everything, redirects included, ms. Default 10 000. */
  timeoutMs?: number;
  /** What the answer's type must start with: `image/`. */
  type?: string;
  signal?: AbortSignal;
  /** Names to addresses; default: the system's resolver. */
  resolve?: (host: string) => Promise<Address[]>;
}

export interface FetchedFile {
  bytes: Uint8Array;
  contentType: string;
}

const TIMEOUT_MS = 10_000;
const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches an address a user or a feed gave. The name is resolved once, every address it has must be public, and the
 * connection goes to that checked address; a redirect is checked the same way. Throws `invalid_input` (address not
 * allowed, no such file, wrong type), `too_large` and `unavailable` (no answer, retryable).
 */
export async function guardedFetch(
  address: string,
  options: GuardedFetchOptions,
): Promise<FetchedFile> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  let url = webAddress(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await open(url, options, signal);
    if (!REDIRECTS.has(response.statusCode ?? 0)) return readFile(response, options, signal);
    response.destroy();
    url = webAddress(response.headers.location ?? "", url);
  }
  throw invalidInput(`This address redirects more than ${MOST_REDIRECTS} times.`);
}

function webAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw invalidInput("This is no address of the web: it starts with https://.");
  }
  if (url.username || url.password)
    throw invalidInput("This address has a name or password in it.");
  return url;
}

async function open(
  url: URL,
  options: GuardedFetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const checked = await publicAddresses(url, options.resolve ?? resolveName, signal);
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const call = request(url, {
      signal,
      // Of this call alone: a connection kept open would go by an older check.
      agent: false,
      headers: { accept: "image/*", "accept-encoding": "identity", "user-agent": "Maquette" },
      // The only addresses the socket can get are the checked ones.
      lookup: (_host, { all }, done) => {
        if (all) return done(null, checked);
        done(null, checked[0]!.address, checked[0]!.family);
      },
    });
    call.once("response", resolve);
    call.once("error", (cause) => reject(noAnswer(cause)));
    call.end();
  });
}

const resolveName = (host: string): Promise<Address[]> => systemLookup(host, { all: true });

/** What the host is, once every address of it was found public. */
async function publicAddresses(
  url: URL,
  resolve: (host: string) => Promise<Address[]>,
  signal: AbortSignal,
): Promise<Address[]> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const family = isIP(host);
  const addresses = family
    ? [{ address: host, family }]
    : await resolveWithin(host, resolve, signal);
  const mayBePrivate = env().PRIVATE_PICTURE_HOSTS.includes(url.host);
  if (mayBePrivate || addresses.every(({ address }) => isPublicAddress(address))) return addresses;
  throw invalidInput("This address is not on the public web, so nothing is fetched from it.");
}

async function resolveWithin(
  host: string,
  resolve: (host: string) => Promise<Address[]>,
  signal: AbortSignal,
): Promise<Address[]> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  const addresses = await Promise.race([resolve(host), aborted]).catch((cause: unknown) => {
    throw noAnswer(cause);
  });
  if (addresses.length > 0) return addresses;
  throw noAnswer(new Error("no address"));
}

async function readFile(
  response: IncomingMessage,
  { maxBytes, type }: GuardedFetchOptions,
  signal: AbortSignal,
): Promise<FetchedFile> {
  try {
    const contentType = requireFile(response, type);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    if (signal.aborted) throw signal.reason;
    return { bytes: new Uint8Array(Buffer.concat(chunks)), contentType };
  } catch (error) {
    throw error instanceof AppError ? error : noAnswer(error);
  } finally {
    response.destroy();
  }
}

/** The answer's type. Throws where it is no file of the wanted type. */
function requireFile({ statusCode = 0, headers }: IncomingMessage, type = ""): string {
  const status = { details: { status: statusCode } };
  if (statusCode >= 500 || statusCode === 429) {
    throw unavailable(`The picture's server answers ${statusCode}.`, status);
  }
  if (statusCode !== 200)
    throw invalidInput(`There is no picture: the server answers ${statusCode}.`, status);
  const contentType = headers["content-type"]?.toLowerCase() ?? "";
  if (!contentType.startsWith(type)) {
    throw new AppError("unsupported_type", "This address answers no picture.", {
      details: { content_type: contentType.slice(0, 100) },
    });
  }
  const encoding = headers["content-encoding"];
  if (encoding && encoding !== "identity") throw invalidInput("This picture is sent compressed.");
  return contentType;
}

const tooLarge = (maxBytes: number) =>
  new AppError("too_large", `A picture has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
    details: { maximum_bytes: maxBytes },
  });

const noAnswer = (cause: unknown) =>
  unavailable("The picture's server does not answer.", { cause });
