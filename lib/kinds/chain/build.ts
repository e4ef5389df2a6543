import { lobsterMesh } from "../../kernel/jewelry/chain/clasp.ts";
import { type LinkDetail, linkMesh } from "../../kernel/jewelry/chain/link.ts";
import type { Mesh, Part, Quality } from "../../kernel/mesh.ts";
import { placeInstances } from "../../kernel/solid/instances.ts";
import type { SolidKernel } from "../../kernel/solid/kernel.ts";
import { type ChainKind, type ChainPlan, planChain } from "./plan.ts";
import type { ChainSpec } from "./schema.ts";

/** Triangles of all links together. */
const BUDGET: Record<Quality, number> = { preview: 52_000, final: 130_000 };
/** Path steps for each step around the wire, roughly: both then bend by like angles. */
const PATH_PER_ROUND = 2.2;
const CREASE_DEG = 35;
const CLASP: Record<Quality, LinkDetail> = {
  preview: { pathSteps: 28, roundSteps: 12 },
  final: { pathSteps: 48, roundSteps: 24 },
};

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

/** As many points a link as the budget allows for so many. */
function detailFor(linkCount: number, quality: Quality): LinkDetail {
  const quads = BUDGET[quality] / 2 / linkCount;
  const roundSteps = 2 * clamp(Math.round(Math.sqrt(quads / PATH_PER_ROUND) / 2), 4, 12);
  return { roundSteps, pathSteps: 4 * clamp(Math.floor(quads / roundSteps / 4), 5, 18) };
}

function meshesOf(
  kernel: SolidKernel,
  { links, clasp, linkCount }: ChainPlan,
  quality: Quality,
): Record<string, Mesh> {
  const detail = detailFor(linkCount, quality);
  const long = linkMesh(kernel, links.long, detail);
  return {
    long,
    short: links.short === links.long ? long : linkMesh(kernel, links.short, detail),
    ring: linkMesh(kernel, clasp.ring, CLASP[quality]),
    [clasp.members.clasp.shape]: lobsterMesh(kernel, clasp.lobster, CLASP[quality]),
  };
}

/** A chain as one part of many closed solids, none touching another. Throws `invalid_input` as `planChain` does. */
export function buildChain(
  kind: ChainKind,
  spec: ChainSpec,
  kernel: SolidKernel,
  quality: Quality,
): Part[] {
  const plan = planChain(kind, spec);
  const meshes = meshesOf(kernel, plan, quality);
  const instances = plan.chain.map(({ member }, i) => ({
    mesh: meshes[member.shape]!,
    frame: plan.frames[i]!,
  }));
  return [
    {
      name: "chain",
      role: "metal",
      material: spec.alloy,
      finish: spec.finish,
      mesh: placeInstances(instances, CREASE_DEG),
    },
  ];
}
