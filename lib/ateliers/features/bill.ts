import type { TechPack } from "#lib/kernel/garment/tech-pack.ts";
import type { MaterialShare, Measures, StoneTally } from "#lib/kernel/measures.ts";
import { HOUSE_RATES, type RateCard, type SettingStyle } from "#lib/kernel/price/rate-card.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import type { CraftId } from "#lib/shared/crafts.ts";
import { findMaterial } from "#lib/shared/materials.ts";

/** Work that no rate but the hour's covers. */
export interface Handwork {
  craft: CraftId;
  hours: number;
}

/** What one piece takes, whoever makes it: an estimate is this times a rate card. */
export interface Bill {
  madeOf: readonly MaterialShare[];
  stones: readonly StoneTally[];
  settings: readonly { style: SettingStyle; count: number }[];
  /** Cast or cut letters, spaces not counted. */
  letters: number;
  chainLinks: number;
  hasEarringBacks: boolean;
  sewn: { gsm: number; pack: TechPack } | null;
  handwork: readonly Handwork[];
}

export const SETTING_STYLES = ["prong", "bezel", "pave", "channel"] as const;

/** The bill of a built piece. */
export function billOf<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
  measures: Measures,
  handwork: readonly Handwork[] = [],
): Bill {
  const { madeOf, stones, garment: pack } = measures;
  const bill = { madeOf, stones, handwork, sewn: sewnOf(measures), ...NO_COUNTS };
  if (pack) return bill;
  const count = counter(kind, spec, measures);
  return {
    ...bill,
    settings: SETTING_STYLES.map((style) => ({
      style,
      count: count({ settingMinor: { ...FREE.settingMinor, [style]: 1 } }),
    })).filter((set) => set.count > 0),
    letters: count({ engraving: { fixedMinor: 0, perLetterMinor: 1 } }),
    chainLinks: count({ chain: { perLinkMinor: 1, claspMinor: 0 } }),
    hasEarringBacks: count({ earringBacksMinor: 1 }) > 0,
  };
}

const NO_COUNTS = { settings: [], letters: 0, chainLinks: 0, hasEarringBacks: false } as const;

/** A card on which the work at a piece costs nothing. */
const FREE = {
  ...HOUSE_RATES,
  stones: Object.fromEntries(
    Object.keys(HOUSE_RATES.stones).map((id) => [id, [{ upToCarats: 1000, perCaratMinor: 0 }]]),
  ),
  settingMinor: { prong: 0, bezel: 0, pave: 0, channel: 0 },
  chain: { perLinkMinor: 0, claspMinor: 0 },
  engraving: { fixedMinor: 0, perLetterMinor: 0 },
  earringBacksMinor: 0,
} satisfies RateCard;

/**
 * How often a piece takes what a rate is for: a kind's own lines are sums of counts times rates, so under a card where
 * that rate alone is 1 they add up to the count.
 */
function counter<Spec extends Record<string, unknown>>(
  kind: Kind<Spec>,
  spec: Spec,
  measures: Measures,
) {
  return (rate: Partial<RateCard>): number =>
    kind
      .price(spec, measures, { ...FREE, ...rate })
      .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

function sewnOf({ madeOf: [main], garment: pack }: Measures): Bill["sewn"] {
  if (!main || !pack) return null;
  const cloth = findMaterial(main.material);
  const measured = main.clothMm2 > 0 ? Math.round(main.massG / (main.clothMm2 / 1e6)) : 0;
  return { pack, gsm: measured || (cloth?.sort === "fabric" ? cloth.gPerM2 : 0) };
}
