import { assemblyLine } from "../../kernel/price/price-of.ts";
import type { Kind } from "../kind.ts";
import { buildChain } from "./build.ts";
import { checkChain } from "./check.ts";
import { type ChainKind, planChain } from "./plan.ts";
import { type ChainWords, chainReader, suggestForChain } from "./read.ts";
import type { ChainSpec } from "./schema.ts";
import { chainWords } from "./words.ts";

interface ChainTexts extends ChainWords {
  title: string;
  example: string;
}

/** A kind of closed chain: all but its schema, its curve and its words is shared. */
export function chainKind(
  chain: ChainKind,
  { title, example, ...words }: ChainTexts,
): Kind<ChainSpec> {
  return {
    ...chainReader(chain.schema, words),
    id: chain.id,
    title,
    category: "jewellery",
    schema: chain.schema,
    example,
    build: (spec, kernel, quality) => buildChain(chain, spec, kernel, quality),
    check: (spec) => checkChain(chain, spec),
    pieces: (spec) => planChain(chain, spec).chain.length,
    price: (spec, _measures, rates) => [assemblyLine(planChain(chain, spec).linkCount, rates)],
    free: ["wireMm"],
    words: (spec) => chainWords(chain, spec),
    suggest: suggestForChain,
  };
}
