import type { z } from "zod";
import { kindReader } from "../read/kind-reader.ts";
import type { ReaderTable, Said, Taken } from "../read/reader-table.ts";
import { proportionsOf } from "./proportions.ts";
import type { ChainSpec } from "./schema.ts";

/** What one chain kind adds. */
export type ChainWords = Pick<ReaderTable<ChainSpec>, "name" | "nouns" | "hints" | "sets">;

/** A new style or wire brings its own proportions, unless they are said too or were chosen before. */
function finishChain({ patch, current, spec }: Said<ChainSpec>): Taken<ChainSpec> {
  const isRestyled = patch.linkStyle !== undefined && patch.linkStyle !== current?.linkStyle;
  const isRewired = patch.wireMm !== undefined && (current === null || isUsual(current));
  if (!isRestyled && !isRewired) return {};
  const usual = proportionsOf(spec.linkStyle, spec.wireMm, spec.lengthMm);
  return {
    patch: {
      ...(patch.linkWidthMm === undefined && { linkWidthMm: usual.linkWidthMm }),
      ...(patch.linkLengthMm === undefined && { linkLengthMm: usual.linkLengthMm }),
    },
  };
}

function isUsual({ linkStyle, wireMm, lengthMm, ...links }: ChainSpec): boolean {
  const usual = proportionsOf(linkStyle, wireMm, lengthMm);
  return links.linkWidthMm === usual.linkWidthMm && links.linkLengthMm === usual.linkLengthMm;
}

/** How chains are spoken of. */
export const chainReader = (schema: z.ZodType<ChainSpec>, words: ChainWords) =>
  kindReader<ChainSpec>({
    ...words,
    schema,
    body: {
      fields: {
        any: "lengthMm",
        length: "lengthMm",
        size: "lengthMm",
        width: "linkWidthMm",
        thickness: "wireMm",
      },
    },
    parts: {
      link: {
        words: ["link"],
        fields: {
          any: "linkLengthMm",
          size: "linkWidthMm",
          length: "linkLengthMm",
          width: "linkWidthMm",
          thickness: "wireMm",
        },
        sides: ["linkLengthMm", "linkWidthMm"],
        largestFirst: true,
      },
      wire: {
        words: ["wire"],
        fields: { any: "wireMm", size: "wireMm", thickness: "wireMm", width: "wireMm" },
      },
    },
    choices: {
      linkStyle: {
        cable: ["cable chain", "cable link", "trace chain", "anchor chain", "oval links"],
        curb: ["curb chain", "curb link", "cuban", "cuban link", "gourmette"],
        figaro: ["figaro chain", "figaro link"],
        rolo: ["rolo chain", "belcher", "round links", "belcher chain"],
        paperclip: ["paper clip", "paperclip chain", "paperclip link", "long links"],
        box: ["box chain", "box link", "venetian", "venetian chain"],
      },
      finish: {
        polished: ["shiny", "high polish", "glossy"],
        satin: ["matte", "matt", "brushed"],
      },
    },
    unsupported: [
      ...["charm", "engraving", "engraved", "engrave", "pearl", "toggle", "magnetic clasp"],
      ...["rope chain", "snake chain", "herringbone", "wheat chain", "byzantine", "two tone"],
    ],
    finish: finishChain,
  });

/** Things one could say next about such a chain, best first. */
export function suggestForChain(spec: ChainSpec): string[] {
  return [
    spec.linkStyle === "paperclip" ? "curb links" : "paperclip links",
    "a bit longer",
    "thicker wire",
    spec.linkStyle === "figaro" ? "box chain" : "figaro links",
    spec.alloy === "silver-925" ? "in 18K gold" : "in sterling silver",
  ];
}
