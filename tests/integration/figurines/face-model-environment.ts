import "../http/environment.ts";
import { afterAll } from "vitest";
import { openInsightFaceDouble } from "#tests/doubles/insight-face/server.ts";

/** Import this before anything that reads the environment: a face model is set up, and it is this double. */
export const model = await openInsightFaceDouble("face-key");
process.env.FACE_MODEL_URL = model.url;
process.env.FACE_MODEL_KEY = "face-key";
afterAll(() => model.close());
