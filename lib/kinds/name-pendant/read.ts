import { kindReader } from "../read/kind-reader.ts";
import { type NamePendantSpec, namePendantSchema } from "./schema.ts";

export const NAME_PENDANT_READER = kindReader<NamePendantSpec>({
  name: "name pendant",
  schema: namePendantSchema,
  nouns: [
    ...["name pendant", "name necklace", "word pendant", "word necklace"],
    ...["necklace that says", "necklace that reads", "necklace saying", "necklace with the name"],
    ...["necklace with the word", "necklace spelling", "name chain", "initial necklace"],
    ...["nameplate pendant", "nameplate necklace", "nameplate", "name plate"],
  ],
  body: {
    fields: {
      any: "letterHeightMm",
      size: "letterHeightMm",
      height: "letterHeightMm",
      thickness: "thicknessMm",
    },
  },
  parts: {
    letters: {
      words: ["letter", "name", "word"],
      text: "text",
      fields: { any: "letterHeightMm", size: "letterHeightMm", height: "letterHeightMm" },
      choices: ["lettering"],
    },
    stroke: {
      words: ["stroke", "line"],
      fields: { any: "lineMm", width: "lineMm", thickness: "lineMm" },
    },
    loop: {
      words: ["loop", "eyelet"],
      fields: { any: "loopInnerMm", size: "loopInnerMm" },
      absent: { hang: "none" },
    },
  },
  choices: {
    lettering: {
      script: ["cursive", "handwriting", "script letters", "script lettering"],
      roman: ["serif", "roman letters"],
      sans: ["sans serif", "plain letters", "block letters"],
    },
    join: {
      underline: ["underlined", "on a line", "with a bar", "with an underline"],
      overlap: ["overlapping", "touching"],
    },
    hang: {
      loops: ["two loops", "loops at both ends", "loops at the ends"],
      bail: ["single bail", "a bail", "one loop"],
    },
    finish: { satin: ["brushed", "matte", "matt"], polished: ["shiny", "glossy"] },
  },
});
