import type { ModelFileBytes } from "#lib/adapters/inference/port.ts";

/** Formats of every model's files. */
export const MODEL_FORMATS = ["3mf", "stl", "glb", "usdz", "obj", "svg", "pdf"] as const;

const MODEL_MEDIA_TYPES: Record<ModelFileBytes["format"], string> = {
  glb: "model/gltf-binary",
  stl: "model/stl",
  "3mf": "model/3mf",
  usdz: "model/vnd.usdz+zip",
  obj: "application/zip",
  svg: "image/svg+xml",
  pdf: "application/pdf",
  manifest: "application/json",
};

/** A run of sizes is a ZIP beside the models. */
const FILE_MEDIA_TYPES = { ...MODEL_MEDIA_TYPES, zip: "application/zip" };

/** Media type of a model file's format. */
export const modelMediaType = (format: string): string =>
  (FILE_MEDIA_TYPES as Record<string, string>)[format] ?? "application/octet-stream";
