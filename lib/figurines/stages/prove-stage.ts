import type { Measures } from "#lib/kernel/measures.ts";
import { priceOf } from "#lib/kernel/price/price-of.ts";
import { HOUSE_RATES } from "#lib/kernel/price/rate-card.ts";
import { figurineSpec, PROCESS_MATERIALS } from "#lib/kinds/figurine/from-face.ts";
import { planFigurine } from "#lib/kinds/figurine/plan.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import type { ProcessPrice, ProofResult } from "../types.ts";
import { drawView } from "./make-head-stage.ts";
import { resultOf, type StageWork, tell } from "./stage-work.ts";

const VIEWS = ["front", "side", "back"] as const;
const PROCESSES = ["full-colour", "sla", "fdm"] as const;

/** The proof: the figurine from three sides, its size and colours, and what it costs by process. */
export async function proveStage(work: StageWork): Promise<ProofResult> {
  const spec = figurineSpec(work.input, resultOf(work, "head").spec);
  const { measures, revisionId } = resultOf(work, "fusion");
  const views = [];
  for (const [index, view] of VIEWS.entries()) {
    await tell(work, (index + 0.5) / VIEWS.length, `Drawing the proof, ${view}`);
    views.push({ view, pictureId: await drawView(work, spec, view, revisionId) });
  }
  return {
    views,
    sizeMm: measures.boxMm,
    colours: coloursOf(spec),
    prices: PROCESSES.map((process) => priceBy(process, measures)),
  };
}

function coloursOf(spec: FigurineSpec): ProofResult["colours"] {
  const { colours, head, base } = planFigurine(spec);
  const { skin, top, bottom, shoes, accent } = colours;
  const listed = { skin, hair: head.hairColour, top, bottom, shoes, accents: accent };
  const all = Object.entries(listed).map(([part, colour]) => ({ part, colour }));
  return base.shape === "none" ? all : [...all, { part: "base", colour: base.colour }];
}

/** What the same solid costs in the usual material of a process. */
export function priceBy(process: (typeof PROCESSES)[number], measures: Measures): ProcessPrice {
  const material = PROCESS_MATERIALS[process];
  const massG = measures.massByAlloy[material] ?? 0;
  const madeOf = [{ material, volumeMm3: measures.volumeMm3, clothMm2: 0, massG }];
  const price = priceOf({ ...measures, madeOf, massG }, [], HOUSE_RATES);
  return { process, material, massG, price };
}
