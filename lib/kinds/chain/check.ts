import type { Finding } from "../../kernel/finding.ts";
import { verdict } from "../../kernel/jewelry/setting-rules.ts";
import { type ChainKind, planChain } from "./plan.ts";
import type { ChainSpec } from "./schema.ts";

/** Links nearer than this fuse in the wax, mm; further apart than the second they come out of it freely. */
const FUSE_MM = 0.08;
/** Metal of a ground link's thinnest place keeps this share of its wire; half and less wears through. */
const WIRE_MM = { least: 0.8, good: 1 };

/**
 * Rules of chains: links stay apart where the chain bends the most, and the wire can be cast. That a caster's smallest
 * piece is 10 mm is asked of the chain as a whole, which is cast hooked together.
 */
export function checkChain(kind: ChainKind, spec: ChainSpec): Finding[] {
  const { clearance, frames } = planChain(kind, spec);
  return [
    verdict({
      rule: "link-clearance",
      what: "The gap between two links",
      value: clearance.mm,
      limit: FUSE_MM,
      at: clearance.at,
      advice: "Make the wire thinner, or the links shorter.",
    }),
    verdict({
      rule: "chain-wire",
      what: "The wire's thickness",
      value: spec.wireMm,
      limit: WIRE_MM.least,
      good: WIRE_MM.good,
      at: frames[1]!.origin,
      advice: "Make the wire thicker.",
    }),
  ];
}
