import { AwsV4Signer } from "aws4fetch";
import { isAppError } from "../../../shared/errors.ts";
import { type Patience, retryAfterSeconds, sendPatiently } from "../../send-patiently.ts";
import { toStoreError, unreachableStore } from "../objects/store-error.ts";
import { textsOf } from "./xml.ts";

export interface S3Options {
  /** Address of the service, e.g. `https://s3.eu-central-1.amazonaws.com`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  patience?: Patience;
}

export interface S3Request {
  method: "GET" | "PUT" | "POST" | "DELETE";
  /** Within the bucket; empty: the bucket itself. */
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Uint8Array | string;
}

/** Answers of a bucket; any status but 2xx and 404 is thrown as an AppError. */
export interface S3Client {
  send(request: S3Request): Promise<Response>;
  /** An address that takes exactly this request, without the key, until it expires. */
  presign(request: S3Request, expiresInSeconds: number): Promise<string>;
}

const SERVICE = "s3";

/** A client of one bucket, addressed by path, which every S3-compatible service answers. */
export function createS3Client(options: S3Options): S3Client {
  const { accessKeyId, secretAccessKey, region } = options;
  const keys = { accessKeyId, secretAccessKey, region, service: SERVICE };
  const sign = async ({ method, path, query, headers, body }: S3Request) => {
    const url = addressOf(options, path, query);
    const signed = await new AwsV4Signer({
      ...keys,
      method,
      url,
      ...(headers && { headers }),
      ...(body !== undefined && { body: body as BodyInit }),
    }).sign();
    return new Request(signed.url, {
      method,
      headers: signed.headers,
      ...(body !== undefined && { body: body as BodyInit }),
    });
  };
  return {
    async send(request) {
      const answer = await sendPatiently(() => sign(request), options.patience).catch((cause) => {
        throw isAppError(cause) ? cause : unreachableStore(cause);
      });
      if (answer.ok || answer.status === 404) return answer;
      throw await refusalOf(answer);
    },
    async presign({ method, path, query, headers }, expiresInSeconds) {
      const expiry = { ...query, "X-Amz-Expires": String(expiresInSeconds) };
      const signed = await new AwsV4Signer({
        ...keys,
        method,
        url: addressOf(options, path, expiry),
        ...(headers && { headers }),
        signQuery: true,
        allHeaders: true,
      }).sign();
      return signed.url.toString();
    },
  };
}

function addressOf(
  { endpoint, bucket }: S3Options,
  path: string,
  query: Record<string, string> = {},
): string {
  const url = new URL(`${endpoint.replace(/\/$/, "")}/${bucket}${path && `/${path}`}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}

async function refusalOf(answer: Response): Promise<Error> {
  const { Code: [code = ""] = [] } = textsOf(await answer.text().catch(() => ""), ["Code"]);
  return toStoreError({
    store: SERVICE,
    status: answer.status,
    code,
    retryAfterSeconds: retryAfterSeconds(answer),
  });
}
