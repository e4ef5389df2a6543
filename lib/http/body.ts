import { AppError, invalidInput } from "../shared/errors.ts";
import { toCamelCase } from "./case.ts";

/** Longest JSON body, bytes. */
export const JSON_LIMIT_BYTES = 1024 * 1024;

/** `too_large`, naming the limit. */
export function tooLarge(limitBytes: number, filename?: string): AppError {
  const megabytes = Math.round((limitBytes / (1024 * 1024)) * 10) / 10;
  const what = filename ? `"${filename}"` : "This";
  return new AppError("too_large", `${what} is too large: at most ${megabytes} MB.`, {
    details: { limit_bytes: limitBytes, ...(filename && { file: filename }) },
  });
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  let text = "";
  try {
    for await (const piece of request.body ?? []) {
      bytes += piece.byteLength;
      if (bytes > limitBytes) throw tooLarge(limitBytes);
      text += decoder.decode(piece, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw invalidInput("The body is not UTF-8 text.");
    throw error;
  }
}

/** The body's very bytes. Throws `too_large`. */
export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > limitBytes) throw tooLarge(limitBytes);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * The JSON body with camelCase keys; an empty body is an empty object. Throws `unsupported_type`,
 * `too_large` and `invalid_input`.
 */
export async function readJson(request: Request, limitBytes = JSON_LIMIT_BYTES): Promise<unknown> {
  const text = await readText(request, limitBytes);
  if (text.trim() === "") return {};
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) {
    throw new AppError("unsupported_type", "Send the body as application/json.", {
      details: { content_type: type },
    });
  }
  try {
    return toCamelCase(JSON.parse(text));
  } catch (cause) {
    throw invalidInput("The body is not JSON.", { cause });
  }
}

/** The query with camelCase keys; a repeated key becomes a list. */
export function readQuery(url: URL): unknown {
  const query: Record<string, string | string[]> = {};
  for (const key of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(key);
    query[key.replace(/\[\]$/, "")] = values.length > 1 ? values : (values[0] ?? "");
  }
  return toCamelCase(query);
}
