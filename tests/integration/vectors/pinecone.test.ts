import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createPineconeVectors } from "#lib/adapters/vectors/pinecone/pinecone.ts";
import { openPineconeDouble } from "#tests/doubles/pinecone/server.ts";
import { vectorsContract } from "./contract.ts";

const double = await openPineconeDouble({ apiKey: "pc-key", dimension: 8, lag: 3 });
afterAll(() => double.close());

const options = { host: double.url, seen: { mostMs: 2000, everyMs: 1 } };
const vectors = createPineconeVectors({ ...options, apiKey: "pc-key" });

vectorsContract("Pinecone, which shows a write some questions later", {
  vectors,
  clear: async () => double.clear(),
});

describe("Pinecone", () => {
  beforeEach(() => {
    double.mishaps.length = 0;
  });

  it("says that the key is refused, once, and never the key", async () => {
    const stranger = createPineconeVectors({ ...options, apiKey: "pc-wrong-key" });
    const before = double.requests.length;
    const error = await stranger.check().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unavailable", retryable: false });
    expect(String((error as Error).message)).toContain("refuses this site's key");
    expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain("wrong");
    expect(double.requests.length - before).toBe(1);
  });

  it("gets over one failure of the service", async () => {
    double.mishaps.push({ status: 503 });
    await expect(vectors.check()).resolves.toBeUndefined();
  });

  it.each([
    [402, "payment_required"],
    [400, "unavailable"],
  ])("tells %d as %s", async (status, code) => {
    double.mishaps.push({ status });
    await expect(vectors.check()).rejects.toMatchObject({ code });
  });

  it("tells a connection that is cut as something that may pass", async () => {
    double.mishaps.push("cut", "cut", "cut", "cut");
    await expect(vectors.check()).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });
});
