import { kindReader } from "../read/kind-reader.ts";
import { type SignetSpec, signetSchema } from "./schema.ts";

export const SIGNET_READER = kindReader<SignetSpec>({
  name: "signet ring",
  schema: signetSchema,
  nouns: ["signet ring", "signet", "seal ring", "signet rings"],
  ringSize: "innerDiameterMm",
  body: { fields: { thickness: "bandThicknessMm" } },
  parts: {
    table: {
      words: ["table", "face", "top"],
      fields: {
        any: "tableLengthMm",
        size: "tableLengthMm",
        length: "tableLengthMm",
        width: "tableWidthMm",
        height: "tableHeightMm",
      },
      sides: ["tableLengthMm", "tableWidthMm"],
      choices: ["table"],
    },
    band: {
      words: ["band", "shank"],
      fields: { any: "bandWidthMm", width: "bandWidthMm", thickness: "bandThicknessMm" },
    },
    engraving: {
      words: ["engraving", "inscription", "letter", "initial", "monogram"],
      text: "text",
      fields: {
        any: "letterHeightMm",
        size: "letterHeightMm",
        height: "letterHeightMm",
        depth: "letterDepthMm",
      },
      choices: ["lettering", "letterWork"],
      absent: { text: "" },
    },
  },
  choices: {
    table: {
      oval: ["oval table", "oval face"],
      round: ["round table", "round face", "circular"],
      cushion: ["cushion table", "cushion shaped"],
      square: ["square table", "square face", "squared"],
    },
    lettering: {
      script: ["cursive", "handwriting", "script letters", "script lettering"],
      roman: ["serif", "roman letters"],
      sans: ["sans serif", "plain letters", "block letters"],
    },
    letterWork: {
      raised: ["in relief", "embossed", "raised letters"],
      recessed: ["recessed letters", "cut in"],
    },
    seal: { true: ["mirrored", "for sealing wax", "reversed"] },
    finish: { satin: ["brushed", "matte", "matt"], polished: ["shiny", "glossy"] },
  },
  unsupported: ["stone", "diamond", "pavé", "crest", "coat of arms"],
});
