import type { Kind } from "../kind.ts";
import { subjectFindings } from "../relief/subject-findings.ts";
import { buildObject, foundSubject } from "./build.ts";
import { OBJECT_READER } from "./read.ts";
import { type ObjectSpec, objectSchema } from "./schema.ts";
import { adoptedWords, objectWords } from "./words.ts";

export const object: Kind<ObjectSpec> = {
  ...OBJECT_READER,
  id: "object",
  title: "Object from a photo",
  category: "object",
  schema: objectSchema,
  example: "turn this photo into a 3D object, 80 mm high, on a base",
  needs: ({ picture, mask }) => ({ pictures: [picture, mask].filter((id) => id !== null) }),
  build: buildObject,
  adopt: (spec) => {
    const { heightMm, faceLimit, material, base } = spec;
    return { heightMm, faceLimit, material, base, words: adoptedWords(spec) };
  },
  check: (spec, _measures, assets) =>
    spec.picture ? subjectFindings(foundSubject(spec, assets), spec.material) : [],
  price: () => [],
  free: ["heightMm"],
  words: objectWords,
  suggest: ({ base, back }) => [
    base ? "without the base" : "on a base",
    back === "flat" ? "a symmetric back" : "a flat back",
    "100 mm high",
  ],
};
