import { afterAll, describe, expect, it } from "vitest";
import { createClipEmbedder, type Transformers } from "#lib/adapters/embedder/clip.ts";
import { createHttpEmbedder } from "#lib/adapters/embedder/http.ts";
import { createEmbedders } from "#lib/adapters/embedder/index.ts";
import { openEmbeddingsDouble } from "#tests/doubles/embeddings/server.ts";

const double = await openEmbeddingsDouble("em-key");
afterAll(() => double.close());
const patience = { tries: 2, firstWaitMs: 1, timeoutMs: 2000 };
const options = { baseUrl: `${double.url}/v1`, model: "jina/clip v2", dimensions: 8, patience };
const embedder = createHttpEmbedder({ ...options, apiKey: "em-key" });
const pictures = Array.from({ length: 40 }, (_, n) => ({ bytes: new Uint8Array([n]) }));

describe("an embedding endpoint", () => {
  it("answers unit vectors in the order asked, in requests of a bounded size", async () => {
    const all = await embedder.embedPictures(pictures);
    expect(double.batches).toEqual([16, 16, 8]);
    for (const vector of all) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    const [last] = await embedder.embedPictures(pictures.slice(-1));
    expect(all.at(-1)).toEqual(last);
    expect(await embedder.embedText!(["a ring"])).toHaveLength(1);
  });

  it("has a name that says its model, so that its vectors are never taken for others", () => {
    expect(embedder.id).toEqual({ name: "jina-clip-v2", version: "1", dimensions: 8 });
  });

  it("gets over one failure and tells those that stay", async () => {
    double.mishaps.push({ status: 503 });
    await embedder.check();
    double.mishaps.push({ status: 503 }, "cut");
    await expect(embedder.check()).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });

  it("says that the key is refused, and never the key", async () => {
    const stranger = createHttpEmbedder({ ...options, apiKey: "em-wrong" });
    const error = await stranger.check().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unavailable", retryable: false });
    expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain(
      "em-wrong",
    );
  });

  it("calls a picture the service cannot read unreadable", async () => {
    double.mishaps.push({ status: 422 });
    const refused = embedder.embedPictures(pictures.slice(0, 1));
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", details: { index: 0 } });
  });

  it("takes no vectors of other dimensions", async () => {
    double.dimensions = 4;
    await expect(embedder.check()).rejects.toMatchObject({ code: "unavailable", retryable: false });
    double.dimensions = 8;
  });
});

/** The library's shape, with a model that answers its input's numbers. */
const library: Transformers = {
  env: { localModelPath: "", allowRemoteModels: true },
  RawImage: {
    async fromBlob(blob) {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      if (bytes.length === 0) throw new Error("no picture");
      return bytes;
    },
  },
  AutoProcessor: { from_pretrained: async () => async (image) => ({ image }) },
  AutoTokenizer: { from_pretrained: async () => (texts) => ({ texts }) },
  CLIPVisionModelWithProjection: {
    from_pretrained: async () => async (inputs) => ({
      image_embeds: { data: Array.from((inputs as { image: Uint8Array }).image), dims: [1, 2] },
    }),
  },
  CLIPTextModelWithProjection: {
    from_pretrained: async () => async (inputs) => ({
      text_embeds: {
        data: (inputs as { texts: string[] }).texts.flatMap((text) => [text.length, 0]),
        dims: [1, 2],
      },
    }),
  },
};

describe("a CLIP model in this process", () => {
  const clip = createClipEmbedder({
    model: "hub/clip-b32",
    dimensions: 2,
    load: async () => library,
  });

  it("answers unit vectors of pictures and of words", async () => {
    const [vector] = await clip.embedPictures([{ bytes: new Uint8Array([3, 4]) }]);
    expect(Array.from(vector ?? [])).toEqual([expect.closeTo(0.6, 5), expect.closeTo(0.8, 5)]);
    const words = await clip.embedText!(["a", "ring"]);
    expect(words.map((one) => Array.from(one))).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(clip.id).toEqual({ name: "clip-clip-b32", version: "1", dimensions: 2 });
  });

  it("names the picture it cannot read", async () => {
    const refused = clip.embedPictures([
      { bytes: new Uint8Array([3, 4]) },
      { bytes: new Uint8Array() },
    ]);
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", details: { index: 1 } });
  });

  it("reads a folder from the disk alone", async () => {
    const local = createClipEmbedder({
      model: process.cwd(),
      dimensions: 2,
      load: async () => library,
    });
    await local.check();
    expect(library.env.allowRemoteModels).toBe(false);
  });

  it("says what to install when the optional package is not there", async () => {
    const bare = createClipEmbedder({ model: "hub/clip-b32", dimensions: 2 });
    await expect(bare.check()).rejects.toMatchObject({
      code: "unavailable",
      details: { command: "npm install --no-save @huggingface/transformers" },
    });
  });
});

describe("the environment's embedder", () => {
  it("is the kernel's descriptor, which can always be asked", () => {
    const own = createEmbedders({});
    expect(own.current.id.name).toBe("look");
    const rented = createEmbedders({ EMBEDDER: double.url, EMBEDDER_MODEL: "m" });
    expect(rented.current.id).toEqual({ name: "m", version: "1", dimensions: 512 });
    expect(rented.find(own.current.id)?.id).toEqual(own.current.id);
  });

  it("is a CLIP model by folder or id", () => {
    expect(createEmbedders({ EMBEDDER: "clip:Xenova/clip-vit-base-patch32" }).current.id.name).toBe(
      "clip-clip-vit-base-patch32",
    );
  });

  it("is refused where it is none", () => {
    expect(() => createEmbedders({ EMBEDDER: "magic" })).toThrow("EMBEDDER is look");
    expect(() => createEmbedders({ EMBEDDER: "https://x" })).toThrow("EMBEDDER_MODEL");
  });
});
