import sharp from "sharp";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { createFaces } from "#lib/adapters/face/index.ts";
import { createInsightFaces } from "#lib/adapters/face/insight-face.ts";
import { faceAt, openInsightFaceDouble } from "#tests/doubles/insight-face/server.ts";
import { facePhoto, SOMEBODY } from "#tests/setup/face-photo.ts";

const double = await openInsightFaceDouble("face-key");
afterAll(() => double.close());
beforeEach(() => {
  double.faces = null;
});
const patience = { tries: 2, firstWaitMs: 1, timeoutMs: 5000 };
const options = { baseUrl: `${double.url}/`, apiKey: "face-key", patience };
const faces = createInsightFaces(options);

const ada = { bytes: await facePhoto() };
const eve = { bytes: await facePhoto({ ...SOMEBODY, hair: "#1d1512" }) };
const plain = { width: 300, height: 200, channels: 3, background: "#8090a0" } as const;
const wall = { bytes: new Uint8Array(await sharp({ create: plain }).png().toBuffer()) };
const words = { bytes: new TextEncoder().encode("no picture at all") };

describe("a face model", () => {
  it("answers where eyes and mouth of a face are, as shares of the picture", async () => {
    const found = await faces.find(ada);
    expect(found).toHaveLength(1);
    const [{ box, rightEye, leftEye, mouth, yawDeg }] = found as [NonNullable<typeof found>[0]];
    expect([...rightEye, ...leftEye, ...mouth]).toEqual(
      [0.4, 0.42, 0.6, 0.42, 0.5, 0.63].map((share) => expect.closeTo(share, 2)),
    );
    expect(box).toEqual({
      x: expect.closeTo(0.28, 2),
      y: expect.closeTo(0.2, 2),
      width: expect.closeTo(0.44, 2),
      height: expect.closeTo(0.56, 2),
    });
    expect(yawDeg).toBeCloseTo(0, 1);
  });

  it("names the largest face first, and finds none in a wall", async () => {
    double.faces = (width, height) => [
      faceAt(width, height, { x: 0.2, size: 0.3 }),
      faceAt(width, height, { x: 0.6, size: 0.8 }),
    ];
    const found = await faces.find(ada);
    expect(found?.map(({ box }) => Math.round(box.width * 100))).toEqual([35, 13]);
    double.faces = null;
    expect(await faces.find(wall)).toEqual([]);
  });

  it.each([
    [0.43, 45],
    [-0.248, -30],
    [0.1, 13.1],
  ])("takes a nose %f eye distances beside the middle for a turn of %f°", async (turn, yawDeg) => {
    double.faces = (width, height) => [faceAt(10 * width, 10 * height, { turn })];
    const [face] = (await faces.find(ada))!;
    expect(Math.abs(face!.yawDeg - yawDeg)).toBeLessThan(0.3);
  });

  it("compares two faces by the cosine of their vectors, in one request", async () => {
    double.asked.length = 0;
    const same = await faces.likeness(ada, ada);
    expect(same).toEqual({ cosine: expect.closeTo(1, 6) });
    const other = (await faces.likeness(ada, eve)) as { cosine: number };
    expect(other.cosine).toBeLessThan(0.9);
    expect(double.asked).toEqual([2, 2]);
  });

  it("has no number where there is no face to compare", async () => {
    expect(await faces.likeness(wall, ada)).toEqual({ noFaceIn: "one" });
    expect(await faces.likeness(ada, wall)).toEqual({ noFaceIn: "other" });
  });

  it("calls a file unreadable that is no picture", async () => {
    await expect(faces.find(words)).rejects.toMatchObject({ code: "invalid_input" });
    await expect(faces.likeness(ada, words)).rejects.toMatchObject({
      code: "invalid_input",
      details: { index: 1 },
    });
  });

  it("gets over one failure and tells those that stay", async () => {
    double.mishaps.push({ status: 503 });
    await faces.check();
    double.mishaps.push({ status: 503 }, "cut");
    await expect(faces.find(ada)).rejects.toMatchObject({ code: "unavailable", retryable: true });
  });

  it("says that the key is refused, and never the key", async () => {
    const stranger = createInsightFaces({ ...options, apiKey: "face-wrong" });
    const error = await stranger.find(ada).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "unavailable", retryable: false });
    expect(JSON.stringify([String(error), String((error as Error).cause)])).not.toContain("wrong");
  });

  it("stops when nobody waits any more", async () => {
    const signal = AbortSignal.abort();
    await expect(faces.find(ada, { signal })).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("the environment's face model", () => {
  it("is none: nothing is found, compared or guessed", async () => {
    const none = createFaces({});
    expect([none.model, await none.find(ada), await none.likeness(ada, ada)]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it("is the service of an address, and refused where that is none", async () => {
    const rented = createFaces({ FACE_MODEL_URL: double.url, FACE_MODEL_KEY: "face-key" });
    expect(rented.model).toBe("insightface");
    await expect(rented.check()).resolves.toBeUndefined();
    expect(() => createFaces({ FACE_MODEL_URL: "arcface" })).toThrow("FACE_MODEL_URL");
  });
});
