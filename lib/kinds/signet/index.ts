import { engravingLines } from "../../kernel/price/price-of.ts";
import type { Kind } from "../kind.ts";
import { buildSignet } from "./build.ts";
import { checkSignet } from "./check.ts";
import { SIGNET_READER } from "./read.ts";
import { type SignetSpec, signetSchema } from "./schema.ts";
import { suggestForSignet } from "./suggest.ts";
import { signetWords } from "./words.ts";

export const signet: Kind<SignetSpec> = {
  ...SIGNET_READER,
  id: "signet",
  title: "Signet ring",
  category: "jewellery",
  schema: signetSchema,
  example: "a signet ring, US 9, oval table, engraved with “EM”, silver",
  build: buildSignet,
  check: checkSignet,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: ({ text }, _measures, rates) => engravingLines(text, rates),
  free: ["bandWidthMm", "bandThicknessMm", "tableHeightMm"],
  words: signetWords,
  suggest: suggestForSignet,
};
