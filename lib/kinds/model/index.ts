import type { Kind } from "../kind.ts";
import { broughtOf, buildModel } from "./build.ts";
import { checkModel } from "./check.ts";
import { MODEL_READER } from "./read.ts";
import { type ModelSpec, modelSchema } from "./schema.ts";
import { modelWords } from "./words.ts";

export const model: Kind<ModelSpec> = {
  ...MODEL_READER,
  id: "model",
  title: "Model from a file",
  category: "object",
  schema: modelSchema,
  example: "an imported model, 60 mm high",
  needs: ({ mesh }) => ({ pictures: [], meshes: mesh ? [mesh] : [] }),
  build: buildModel,
  check: (spec, _measures, assets) => checkModel(spec, assets),
  pieces: (spec, assets) => broughtOf(spec, assets)?.pieces ?? 1,
  price: () => [],
  free: ["heightMm"],
  words: modelWords,
  suggest: () => ["80 mm high", "120 mm high"],
};
