import { unavailable } from "../../../shared/errors.ts";
import type { ObjectStore, PartUpload } from "../objects/store.ts";
import { createS3Client, type S3Client, type S3Options } from "./client.ts";
import { escapeXml, textsOf } from "./xml.ts";

const DELETES_AT_ONCE = 8;

/** A bucket of any S3-compatible service. The bucket stays private: browsers read through the app's signed links. */
export function createS3Store(options: S3Options): ObjectStore {
  const client = createS3Client(options);
  return {
    name: "s3",
    async put(path, bytes, contentType) {
      const headers = { "content-type": contentType };
      await inBucket(client.send({ method: "PUT", path, headers, body: bytes }));
    },
    startParts: (path, contentType) => startParts(client, path, contentType),
    async get(path, { range } = {}) {
      const headers: Record<string, string> = range
        ? { range: `bytes=${range.start}-${range.end - 1}` }
        : {};
      if (range && range.end <= range.start) return emptyOf(client, path);
      const answer = await client.send({ method: "GET", path, headers });
      if (answer.status === 404) return nothing(answer);
      return answer.body ?? new Response("").body;
    },
    async delete(paths) {
      for (let at = 0; at < paths.length; at += DELETES_AT_ONCE) {
        const some = paths.slice(at, at + DELETES_AT_ONCE);
        await Promise.all(
          some.map(async (path) => (await client.send({ method: "DELETE", path })).body?.cancel()),
        );
      }
    },
    list: (prefix) => listAll(client, prefix),
    async uploadLink(path, { contentType, bytes, expiresInSeconds }) {
      const headers = { "content-type": contentType, "content-length": String(bytes) };
      const url = await client.presign({ method: "PUT", path, headers }, expiresInSeconds);
      // The browser sends the length itself; it may not be set by a page.
      return { url, headers: { "content-type": contentType } };
    },
  };
}

/** An answer of a write: 404 there means that the bucket itself is missing. */
async function inBucket(sent: Promise<Response>): Promise<string> {
  const answer = await sent;
  const text = await answer.text();
  if (answer.status !== 404) return text;
  throw unavailable("The file store has no such bucket. Whoever runs the site has to look at it.", {
    retryable: false,
    cause: new Error("s3 answered 404 to a write"),
  });
}

async function nothing(answer: Response): Promise<null> {
  const { Code: [code] = [] } = textsOf(await answer.text(), ["Code"]);
  if (code === "NoSuchBucket") await inBucket(Promise.resolve(new Response("", { status: 404 })));
  return null;
}

/** An empty range cannot be asked for; whether the object is there can. */
async function emptyOf(client: S3Client, path: string): Promise<ReadableStream<Uint8Array> | null> {
  const answer = await client.send({ method: "GET", path });
  if (answer.status === 404) return nothing(answer);
  await answer.body?.cancel();
  return new Blob([]).stream();
}

async function startParts(
  client: S3Client,
  path: string,
  contentType: string,
): Promise<PartUpload> {
  const headers = { "content-type": contentType };
  const begun = await inBucket(
    client.send({ method: "POST", path, query: { uploads: "" }, headers }),
  );
  const { UploadId: [uploadId] = [] } = textsOf(begun, ["UploadId"]);
  if (!uploadId) throw unavailable("The file store did not begin an upload. Try again.");
  const etags: string[] = [];
  return {
    async put(number, bytes) {
      const query = { partNumber: String(number), uploadId };
      const answer = await client.send({ method: "PUT", path, query, body: bytes });
      await inBucket(Promise.resolve(answer));
      etags[number - 1] = answer.headers.get("etag") ?? "";
    },
    async complete() {
      const parts = etags.map(
        (etag, index) =>
          `<Part><PartNumber>${index + 1}</PartNumber><ETag>${escapeXml(etag)}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`;
      const text = await inBucket(client.send({ method: "POST", path, query: { uploadId }, body }));
      // A completion can fail after its head was sent: then 200 carries an error.
      if (text.includes("<Error>")) {
        throw unavailable("The file store did not finish an upload. Try again in a moment.");
      }
    },
    async abort() {
      const answer = await client.send({ method: "DELETE", path, query: { uploadId } });
      await answer.body?.cancel();
    },
  };
}

async function listAll(client: S3Client, prefix: string): Promise<string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const query = { "list-type": "2", prefix, ...(token && { "continuation-token": token }) };
    const page = textsOf(await inBucket(client.send({ method: "GET", path: "", query })), [
      "Key",
      "NextContinuationToken",
    ]);
    keys.push(...(page.Key ?? []));
    token = page.NextContinuationToken?.[0];
  } while (token);
  return keys;
}
