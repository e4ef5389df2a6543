import { type KindReader, kindReader } from "../read/kind-reader.ts";
import { type ObjectSpec, objectSchema } from "./schema.ts";

const reader = kindReader<ObjectSpec>({
  name: "object",
  schema: objectSchema,
  nouns: [
    "object",
    "3d object",
    "3d model",
    "3d print",
    "photo to 3d",
    "toy",
    "sculpture",
    "statue",
    "ornament",
  ],
  hints: ["3d", "photo", "photograph", "picture"],
  body: {
    fields: {
      any: "heightMm",
      size: "heightMm",
      height: "heightMm",
      depth: "depthPercent",
      share: "depthPercent",
    },
  },
  parts: {
    depth: {
      words: ["depth"],
      fields: { share: "depthPercent", any: "depthPercent", size: "depthPercent" },
    },
    base: { words: ["base", "plinth", "stand"], present: { base: true }, absent: { base: false } },
    faces: {
      words: ["face", "triangle", "polygon"],
      count: "faceLimit",
      fields: { any: "faceLimit" },
    },
    back: { words: ["back"], choices: ["back"] },
  },
  choices: {
    back: { symmetric: ["symmetric", "mirrored"], flat: ["flat back"], shallow: ["shallow back"] },
    profile: {
      flat: ["pillow", "flat profile"],
      steep: ["ridged", "steep profile"],
      round: ["rounded"],
    },
  },
  unsupported: ["hollow", "joints"],
});

/** "3D" is no length. */
const THREE_D = /\b3[ -]?d\b(\s+(object|print|model|figure)s?\b)?/gi;

export const OBJECT_READER: KindReader<ObjectSpec> = {
  ...reader,
  read: (message, context) => reader.read(message.replace(THREE_D, "object"), context),
};
