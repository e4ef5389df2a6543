import type { Finding } from "../../kernel/finding.ts";
import { PAVE_RULES } from "../../kernel/jewelry/bead-setting.ts";
import { SETTING_RULES, verdict } from "../../kernel/jewelry/setting-rules.ts";
import { settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import { getAlloy } from "../../shared/alloys.ts";
import { toRingLabel } from "../../shared/ring-size.ts";
import { getStone } from "../../shared/stones.ts";
import type { Kind } from "../kind.ts";
import { trim } from "../phrases.ts";
import { kindReader } from "../read/kind-reader.ts";
import { buildCluster } from "./build.ts";
import { planCluster } from "./plan.ts";
import { type ClusterSpec, clusterSchema } from "./schema.ts";

/** Verdicts of prongs and of the room between stones. */
function checkCluster(spec: ClusterSpec): Finding[] {
  const { gapMm, inner, outer, petals, petalGem } = planCluster(spec);
  const at = petals[0]!.frame.origin;
  return [
    verdict({
      rule: "prong-width",
      what: "A prong's width",
      value: 2 * Math.min(inner.radiusMm, outer.radiusMm),
      limit: SETTING_RULES.prongMm,
      at,
      advice: "Make the prongs wider.",
    }),
    verdict({
      rule: "prong-reach",
      what: "A prong's reach over the girdle",
      value: Math.min(inner.reachMm, outer.reachMm),
      limit: 0.1 * petalGem.sizeMm[1],
      at,
      advice: "Make the prongs wider or the gap smaller.",
    }),
    verdict({
      rule: "stone-gap",
      what: "The gap between outer stones",
      value: gapMm,
      limit: PAVE_RULES.gapMm,
      at,
      advice: "Take fewer stones.",
    }),
  ];
}

function clusterWords(spec: ClusterSpec): string {
  const { petals, petalGem } = planCluster(spec);
  const us = toRingLabel("us", spec.innerDiameterMm);
  const size = `${us === null ? "" : `US ${us}, `}${trim(spec.innerDiameterMm)} mm inside`;
  const small = getStone(spec.petalStone).label.toLowerCase();
  const centre = `a ${trim(spec.stoneMm)} mm round ${getStone(spec.stone).label.toLowerCase()}`;
  const finish = spec.finish === "satin" ? " in satin" : "";
  return `${getAlloy(spec.alloy).label} cluster ring${finish} (${size}) with ${centre} in a flower of ${petals.length} ${small} stones of ${trim(petalGem.sizeMm[1])} mm, on a ${trim(spec.bandWidthMm)} mm band.`;
}

const CLUSTER_READER = kindReader<ClusterSpec>({
  name: "cluster ring",
  schema: clusterSchema,
  nouns: ["cluster ring", "cluster", "flower ring", "daisy ring", "entourage ring"],
  ringSize: "innerDiameterMm",
  body: {
    fields: { any: "bandWidthMm", width: "bandWidthMm", thickness: "bandThicknessMm" },
    sides: ["bandWidthMm", "bandThicknessMm"],
    largestFirst: true,
  },
  parts: {
    band: {
      words: ["band", "shank", "ring"],
      isBody: true,
      fields: {
        any: "bandWidthMm",
        width: "bandWidthMm",
        size: "bandWidthMm",
        thickness: "bandThicknessMm",
      },
    },
    stone: {
      words: ["stone", "center stone", "centre stone", "main stone", "center", "centre"],
      fields: { height: "centreRiseMm" },
      gem: { stone: "stone", lengthMm: "stoneMm" },
    },
    petals: {
      words: ["petal", "outer stone", "small stone", "side stone", "surrounding stone"],
      count: "petals",
      amount: "petals",
      gem: { stone: "petalStone" },
    },
    prongs: {
      words: ["prong", "claw"],
      fields: { any: "prongMm", size: "prongMm", width: "prongMm", thickness: "prongMm" },
    },
    head: {
      words: ["head", "basket", "setting"],
      fields: { height: "headLiftMm", size: "headLiftMm" },
    },
  },
  choices: {
    profile: {
      comfort: ["comfort fit", "court"],
      flat: ["flat band"],
      "d-shape": ["d shaped", "domed", "half round"],
    },
    finish: { polished: ["shiny", "high polish"], satin: ["matte", "matt", "brushed"] },
  },
  unsupported: ["bezel", "pave", "halo", "engraving", "engraved", "milgrain", "oval", "princess"],
});

export const cluster: Kind<ClusterSpec> = {
  ...CLUSTER_READER,
  id: "cluster",
  title: "Cluster ring",
  category: "jewellery",
  schema: clusterSchema,
  example: "a cluster ring in white gold, 5 mm sapphire with 10 diamond petals, EU 54",
  build: buildCluster,
  check: checkCluster,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: (spec, { stones }, rates) => [
    ...stoneLines(stones, rates),
    ...settingLines([{ style: "prong", count: 1 + spec.petals }], rates),
  ],
  free: ["bandWidthMm", "bandThicknessMm"],
  words: clusterWords,
  suggest: (spec) => [
    spec.stone === "ruby" ? "a sapphire in the centre" : "a ruby in the centre",
    spec.petals === 8 ? "10 petals" : "8 petals",
    "a larger centre stone",
    spec.alloy === "gold-18k-yellow" ? "in platinum" : "in yellow gold",
  ],
};
