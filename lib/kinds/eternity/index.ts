import type { Finding } from "../../kernel/finding.ts";
import {
  type Measured,
  paveMeasures,
  SETTING_RULES,
  verdict,
} from "../../kernel/jewelry/setting-rules.ts";
import { settingLines, stoneLines } from "../../kernel/price/price-of.ts";
import { getAlloy } from "../../shared/alloys.ts";
import { toRingLabel } from "../../shared/ring-size.ts";
import { getStone } from "../../shared/stones.ts";
import type { Kind } from "../kind.ts";
import { trim } from "../phrases.ts";
import { kindReader } from "../read/kind-reader.ts";
import { buildEternity } from "./build.ts";
import { type EternityPlan, planEternity } from "./plan.ts";
import { type EternitySpec, eternitySchema } from "./schema.ts";

function holdMeasures(spec: EternitySpec, plan: EternityPlan): Measured[] {
  const at = plan.row.gaps[0]!.origin;
  if (spec.setting === "prong") {
    return [
      {
        rule: "prong-width",
        what: "A prong's width",
        value: spec.prongMm,
        limit: SETTING_RULES.prongMm,
        at,
        advice: "Make the prongs wider.",
      },
      {
        rule: "prong-reach",
        what: "A prong's reach over the girdle",
        value: plan.prongReachMm,
        limit: 0.05 * spec.stoneMm,
        good: 0.08 * spec.stoneMm,
        at,
        advice: "Make the prongs wider or the gap smaller.",
      },
    ];
  }
  if (spec.setting === "pave") return [];
  return [
    {
      rule: "channel-wall",
      what: "The channel's wall",
      value: (spec.bandWidthMm - spec.stoneMm) / 2,
      limit: SETTING_RULES.bezelWallMm,
      at,
      advice: "Make the band wider or the stones smaller.",
    },
  ];
}

/** Verdicts of the seats and of what holds the stones. */
function checkEternity(spec: EternitySpec): Finding[] {
  const plan = planEternity(spec);
  const { row } = plan;
  const first = row.stones[0]!.origin;
  const seats = paveMeasures(row.gapMm, row.underSeatMm, first, "on the band");
  return [...seats, ...holdMeasures(spec, plan)].map(verdict);
}

const SETTINGS: Record<EternitySpec["setting"], string> = {
  prong: "in shared prongs",
  channel: "in a channel",
  pave: "in pavé",
};

function eternityWords(spec: EternitySpec): string {
  const { row } = planEternity(spec);
  const us = toRingLabel("us", spec.innerDiameterMm);
  const size = `${us === null ? "" : `US ${us}, `}${trim(spec.innerDiameterMm)} mm inside`;
  const stone = getStone(spec.stone).label.toLowerCase();
  const name = spec.coverage === "full" ? "eternity ring" : "half-eternity ring";
  const finish = spec.finish === "satin" ? " in satin" : "";
  return `${getAlloy(spec.alloy).label} ${name}${finish} (${size}) with ${row.stones.length} ${stone} stones of ${trim(spec.stoneMm)} mm ${SETTINGS[spec.setting]}, ${trim(spec.bandWidthMm)} mm wide.`;
}

const ETERNITY_READER = kindReader<EternitySpec>({
  name: "eternity ring",
  schema: eternitySchema,
  // "Half" and "full" are no part of the name: they say how far the stones go.
  nouns: ["eternity ring", "eternity band", "eternity"],
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
        height: "bandThicknessMm",
      },
    },
    stone: {
      words: ["stone", "gem", "gemstone"],
      gem: { stone: "stone", lengthMm: "stoneMm" },
    },
    gap: {
      words: ["gap", "spacing"],
      fields: { any: "gapMm", size: "gapMm", width: "gapMm" },
    },
    prongs: {
      words: ["prong", "claw"],
      fields: { any: "prongMm", size: "prongMm", width: "prongMm", thickness: "prongMm" },
      present: { setting: "prong" },
    },
  },
  choices: {
    coverage: {
      full: ["full", "full eternity", "all the way round", "all the way around"],
      half: ["half", "half eternity", "half way round", "halfway round", "halfway around"],
    },
    setting: {
      prong: ["shared prong", "shared claw", "prong set", "claw set"],
      channel: ["channel set", "bezel", "bezel set"],
      pave: ["pave", "pave set"],
    },
    finish: { polished: ["shiny", "high polish"], satin: ["matte", "matt", "brushed"] },
  },
  unsupported: ["halo", "engraving", "engraved", "milgrain", "baguette", "princess", "two row"],
});

export const eternity: Kind<EternitySpec> = {
  ...ETERNITY_READER,
  id: "eternity",
  title: "Eternity ring",
  category: "jewellery",
  schema: eternitySchema,
  example: "a platinum eternity ring, US 6, 2.5 mm diamonds in shared prongs",
  build: buildEternity,
  check: checkEternity,
  ownWalls: (_spec, parts) => parts.flatMap(({ settings }) => settings ?? []),
  price: (spec, { stones }, rates) => [
    ...stoneLines(stones, rates),
    ...settingLines([{ style: spec.setting, count: planEternity(spec).row.stones.length }], rates),
  ],
  free: ["bandWidthMm", "bandThicknessMm"],
  words: eternityWords,
  suggest: (spec) => [
    spec.coverage === "full" ? "half eternity" : "full eternity",
    spec.setting === "channel" ? "shared prongs" : "channel set",
    spec.stone === "diamond" ? "with sapphires" : "with diamonds",
    "larger stones",
    spec.alloy === "platinum-950" ? "in rose gold" : "in platinum",
  ],
};
