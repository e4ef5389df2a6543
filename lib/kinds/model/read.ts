import { kindReader } from "../read/kind-reader.ts";
import { type ModelSpec, modelSchema } from "./schema.ts";

export const MODEL_READER = kindReader<ModelSpec>({
  name: "model",
  schema: modelSchema,
  nouns: ["imported model", "model file", "test cube"],
  hints: ["stl", "obj file", "3mf", "glb"],
  body: { fields: { any: "heightMm", size: "heightMm", height: "heightMm" } },
  unsupported: ["hollow", "joints", "base", "colour"],
});
