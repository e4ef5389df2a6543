import { createHash, createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";

const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** RFC 3986, as Amazon's Signature Version 4 wants it. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

interface Claim {
  scope: string;
  time: string;
  signedHeaders: string;
  signature: string;
  payloadHash: string;
  query: [string, string][];
}

function claimOf(request: IncomingMessage, url: URL): Claim | null {
  const query = [...url.searchParams.entries()];
  const header = /Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)/.exec(
    request.headers.authorization ?? "",
  );
  if (header) {
    const [, scope = "", signedHeaders = "", signature = ""] = header;
    const time = String(request.headers["x-amz-date"] ?? "");
    const payloadHash = String(request.headers["x-amz-content-sha256"] ?? "");
    return { scope, time, signedHeaders, signature, payloadHash, query };
  }
  const named = (name: string) => url.searchParams.get(`X-Amz-${name}`) ?? "";
  if (!named("Signature")) return null;
  return {
    scope: named("Credential"),
    time: named("Date"),
    signedHeaders: named("SignedHeaders"),
    signature: named("Signature"),
    payloadHash: "UNSIGNED-PAYLOAD",
    query: query.filter(([name]) => name !== "X-Amz-Signature"),
  };
}

/** Whether a request carries a good signature (AWS Signature Version 4, in headers or in the query). */
export function checkSignature(
  request: IncomingMessage,
  body: Buffer,
  secret: string,
): "good" | "AccessDenied" | "SignatureDoesNotMatch" | "RequestExpired" {
  const url = new URL(request.url ?? "/", "http://double");
  const claim = claimOf(request, url);
  if (!claim) return "AccessDenied";
  const [, date = "", region = "", service = ""] = claim.scope.split("/");
  const canonical = [
    request.method,
    url.pathname
      .split("/")
      .map((one) => encode(decodeURIComponent(one)))
      .join("/"),
    claim.query
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join("&"),
    ...claim.signedHeaders.split(";").map((name) => `${name}:${request.headers[name] ?? ""}`),
    "",
    claim.signedHeaders,
    claim.payloadHash,
  ].join("\n");
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", claim.time, scope, sha256(canonical)].join("\n");
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
    (held, part) => hmac(held, part),
    `AWS4${secret}`,
  );
  if (createHmac("sha256", key).update(toSign).digest("hex") !== claim.signature) {
    return "SignatureDoesNotMatch";
  }
  if (/^[0-9a-f]{64}$/.test(claim.payloadHash) && sha256(body) !== claim.payloadHash) {
    return "SignatureDoesNotMatch";
  }
  return isOver(url, claim.time) ? "RequestExpired" : "good";
}

function isOver(url: URL, time: string): boolean {
  const expires = url.searchParams.get("X-Amz-Expires");
  if (!expires) return false;
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const signedAt = Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
  return Date.now() > signedAt + Number(expires) * 1000;
}
