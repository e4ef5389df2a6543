import type { Env } from "../../env.ts";
import { createInsightFaces } from "./insight-face.ts";
import { noFaces } from "./none.ts";
import type { Faces } from "./port.ts";

/** The face model the environment chooses; none ships with Maquette. */
export function createFaces({
  FACE_MODEL_URL,
  FACE_MODEL_KEY,
}: Partial<Pick<Env, "FACE_MODEL_URL" | "FACE_MODEL_KEY">>): Faces {
  if (!FACE_MODEL_URL) return noFaces;
  if (!/^https?:\/\//.test(FACE_MODEL_URL)) {
    throw new Error("FACE_MODEL_URL is the http address of an InsightFace-REST service.");
  }
  return createInsightFaces({ baseUrl: FACE_MODEL_URL, apiKey: FACE_MODEL_KEY });
}
