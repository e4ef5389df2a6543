import "../http/environment.ts";
import { describe, expect, test } from "vitest";
import { adapters } from "#lib/adapters/index.ts";
import { GET } from "../../../app/api/blob/[...key]/route.ts";
import { serve } from "../http/serve.ts";

const { url } = await serve(GET, (path) => ({ key: path.replace("/api/blob/", "").split("/") }));
const { blob } = adapters();
const content = Uint8Array.from({ length: 1000 }, (_, n) => n % 251);
await blob.put("designs/1/ring.png", content, { contentType: "image/png" });
const WEEK = { expiresInSeconds: 7 * 24 * 3600 };
const link = url + (await blob.signedUrl("designs/1/ring.png", WEEK));

const fetchBytes = async (headers: Record<string, string> = {}) => {
  const response = await fetch(link, { headers });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
};

describe("a signed link", () => {
  test("gives the file to anyone who has it", async () => {
    const { response, bytes } = await fetchBytes();
    expect(response.status).toBe(200);
    expect(bytes).toEqual(content);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("content-length")).toBe("1000");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
  });

  test("gives a part of it", async () => {
    const { response, bytes } = await fetchBytes({ range: "bytes=100-199" });
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe("bytes 100-199/1000");
    expect(bytes).toEqual(content.subarray(100, 200));
  });

  test("answers 416 beyond the end", async () => {
    const { response } = await fetchBytes({ range: "bytes=1000-" });
    expect(response.status).toBe(416);
    expect(response.headers.get("content-range")).toBe("bytes */1000");
  });

  test("answers 304 to who has it, and the whole when a part belongs to another version", async () => {
    const etag = (await fetchBytes()).response.headers.get("etag") ?? "";
    expect((await fetchBytes({ "if-none-match": etag })).response.status).toBe(304);
    const same = await fetchBytes({ range: "bytes=0-9", "if-range": etag });
    expect(same.response.status).toBe(206);
    const other = await fetchBytes({ range: "bytes=0-9", "if-range": '"other"' });
    expect(other.response.status).toBe(200);
  });

  test("answers HEAD without the content", async () => {
    const response = await fetch(link, { method: "HEAD" });
    expect(response.headers.get("content-length")).toBe("1000");
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  test("saves the file under its name", async () => {
    const options = { ...WEEK, filename: "Ring.png", disposition: "attachment" } as const;
    const response = await fetch(url + (await blob.signedUrl("designs/1/ring.png", options)));
    expect(response.headers.get("content-disposition")).toBe(
      "attachment; filename=\"Ring.png\"; filename*=UTF-8''Ring.png",
    );
  });

  test("never shows a page that someone uploaded", async () => {
    await blob.put("up/x.html", new TextEncoder().encode("<script>"), { contentType: "text/html" });
    const response = await fetch(url + (await blob.signedUrl("up/x.html", WEEK)));
    expect(response.headers.get("content-disposition")).toBe("attachment");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
  });

  test("to a personal file is not kept by the browser", async () => {
    const personal = { contentType: "image/jpeg", personal: true };
    await blob.put("faces/1.jpg", content, personal);
    const response = await fetch(url + (await blob.signedUrl("faces/1.jpg", WEEK)));
    expect(response.headers.get("cache-control")).toBe("private, no-cache");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
  });

  test.each([
    ["another file", (text: string) => text.replace("ring.png", "ring.stl")],
    ["a longer time", (text: string) => text.replace(/expires=(\d)/, "expires=9$1")],
    ["another signature", (text: string) => text.replace(/signature=..../, "signature=AAAA")],
  ])("changed to %s is refused", async (_, change) => {
    const response = await fetch(change(link));
    expect(response.status).toBe(403);
    expect((await response.json()).error.code).toBe("forbidden");
  });

  test("that is over is refused", async () => {
    const over = await blob.signedUrl("designs/1/ring.png", { expiresInSeconds: -3600 });
    expect((await fetch(url + over)).status).toBe(403);
  });

  test("without a signature is refused", async () => {
    expect((await fetch(`${url}/api/blob/designs/1/ring.png`)).status).toBe(400);
  });

  test("to a file that was deleted is 404", async () => {
    const gone = await blob.signedUrl("designs/none.png", WEEK);
    expect((await fetch(url + gone)).status).toBe(404);
  });
});
