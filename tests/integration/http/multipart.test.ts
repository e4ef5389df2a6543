import "./environment.ts";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { text } from "node:stream/consumers";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { defineRoute } from "#lib/http/define-route.ts";
import { home } from "./environment.ts";
import { serve } from "./serve.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes really held: what is only waiting to be collected does not count. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const upload = defineRoute({
  auth: "public",
  body: "multipart",
  multipart: { fileBytes: 10 * 1024 * 1024, files: 25 },
  openapi: {
    method: "post",
    path: "/test/upload",
    summary: "Upload",
    tags: ["Test"],
    responses: { 200: z.unknown() },
  },
  async handle({ body }) {
    const files = await Promise.all(
      body.files.map(async ({ field, filename, mediaType, bytes, sha256, read }) => ({
        field,
        filename,
        mediaType,
        bytes,
        sha256,
        matches: body.files.length > 5 || (await read()).byteLength === bytes,
      })),
    );
    return { fields: body.fields, files };
  },
});

const { url } = await serve(upload);

const leftovers = () => {
  const folder = path.join(home, "uploads");
  return existsSync(folder) ? readdirSync(folder) : [];
};

async function post(form: FormData) {
  const response = await fetch(url, { method: "POST", body: form });
  return { status: response.status, json: await response.json() };
}

describe("a multipart form", () => {
  test("gives fields in camelCase and files with their hash, and leaves nothing behind", async () => {
    const form = new FormData();
    form.set("face_limit", "5000");
    form.append("files[]", new File(["first"], "Ringe é.png", { type: "image/png" }));
    form.append("files[]", new File(["second!"], "b.jpg", { type: "image/jpeg" }));
    const { status, json } = await post(form);
    expect(status).toBe(200);
    expect(json.fields).toEqual({ face_limit: "5000" });
    expect(json.files).toEqual([
      {
        field: "files",
        filename: "Ringe é.png",
        media_type: "image/png",
        bytes: 5,
        sha256: createHash("sha256").update("first").digest("hex"),
        matches: true,
      },
      expect.objectContaining({ filename: "b.jpg", bytes: 7, matches: true }),
    ]);
    expect(leftovers()).toEqual([]);
  });

  test("of 25 files of 10 MB each adds less than 64 MB to memory", async () => {
    const before = heldBytes();
    const { status, files, mostBytes } = await postMegabytes(25, 10);
    expect(status).toBe(200);
    expect(files).toHaveLength(25);
    expect(mostBytes - before).toBeLessThan(64 * 1024 * 1024);
  });

  test("with a file over the limit is refused, naming the limit", async () => {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(10 * 1024 * 1024 + 1)], "big.png"));
    const { status, json } = await post(form);
    expect(status).toBe(413);
    expect(json.error.details.limit_bytes).toBe(10 * 1024 * 1024);
    expect(leftovers()).toEqual([]);
  });

  test("with more files than allowed is refused", async () => {
    const form = new FormData();
    for (let n = 0; n < 26; n++) form.append("files", new File(["x"], `${n}.png`));
    const { status, json } = await post(form);
    expect(status).toBe(413);
    expect(json.error.details).toMatchObject({ field: "files", maximum: 25 });
    expect(leftovers()).toEqual([]);
  });

  test("that breaks off is refused", async () => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=b" },
      body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
    });
    expect(response.status).toBe(400);
    expect(leftovers()).toEqual([]);
  });

  test.each([
    ["application/json", 415],
    ["multipart/form-data", 415],
  ])("sent as %s is refused", async (type, status) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": type },
      body: "{}",
    });
    expect(response.status).toBe(status);
  });
});

interface Posted {
  status: number;
  files: unknown[];
  /** The most that client and server together held while the form was on its way. */
  mostBytes: number;
}

/** Sends so many files piece by piece, waiting whenever the socket is full. */
function postMegabytes(files: number, megabytes: number): Promise<Posted> {
  const piece = Buffer.alloc(1024 * 1024, 7);
  let mostBytes = 0;
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    const sent = request(url, { method: "POST", headers }, async (response) => {
      const json = JSON.parse(await text(response));
      resolve({ status: response.statusCode ?? 0, files: json.files, mostBytes });
    });
    sent.on("error", reject);
    const write = async () => {
      for (let n = 0; n < files; n++) {
        const head = `content-disposition: form-data; name="files"; filename="${n}.png"`;
        sent.write(`--b\r\n${head}\r\ncontent-type: image/png\r\n\r\n`);
        for (let m = 0; m < megabytes; m++) {
          if (!sent.write(piece)) await new Promise((drained) => sent.once("drain", drained));
        }
        mostBytes = Math.max(mostBytes, heldBytes());
        sent.write("\r\n");
      }
      sent.end("--b--\r\n");
    };
    write().catch(reject);
  });
}
