import {
  jumpRing,
  type Lobster,
  linkMember,
  lobsterMember,
} from "../../kernel/jewelry/chain/clasp.ts";
import type { Member } from "../../kernel/jewelry/chain/joint.ts";
import type { Link } from "../../kernel/jewelry/chain/link.ts";
import type { ChainSpec } from "./schema.ts";

/** What closes a chain: the clasp and the ring at either end of the chain. */
export interface Clasp {
  lobster: Lobster;
  ring: Link;
  members: { clasp: Member; ring: Member };
}

/** Room in a jump ring beside what it joins, mm. */
const RING_PLAY_MM = 0.9;

/** A clasp in keeping with the chain, longer for wide links; its rings go round what is `throughMm` thick. */
export function claspFor({ wireMm, linkWidthMm }: ChainSpec, throughMm: number): Clasp {
  const ringWireMm = wireMm;
  const lobster = {
    lengthMm: Math.min(22, Math.max(10.5, 6.5 + 1.2 * linkWidthMm)),
    ringWireMm,
  };
  const clasp = lobsterMember(lobster);
  const thickest = Math.max(...clasp.wires.map(({ radiusMm }) => 2 * radiusMm));
  const ring = jumpRing(throughMm + thickest + RING_PLAY_MM, ringWireMm);
  return { lobster, ring, members: { clasp, ring: linkMember("ring", ring) } };
}
