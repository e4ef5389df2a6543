import type { Spec } from "#lib/designs/types.ts";
import type { StoneTally } from "#lib/kernel/measures.ts";
import type { SettingStyle } from "#lib/kernel/price/rate-card.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { listKinds } from "#lib/kinds/registry.ts";
import { surestReading } from "#lib/kinds/surest-reading.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import { findMaterial } from "#lib/shared/materials.ts";
import { caratsOf, STONES } from "#lib/shared/stones.ts";
import type { Bill } from "./bill.ts";
import { handworkAsked } from "./crafts-needed.ts";
import { featuresOfBill } from "./of-revision.ts";
import type { DesignFeatures } from "./types.ts";
import { type End, typicalPack, typicalShare, USUAL_MATERIAL } from "./typical.ts";

/** Below this words are about something else. */
const LEAST_CONFIDENCE = 0.3;

/** What is known of a piece without a model. */
export interface Described {
  kind: Kind;
  /** Fields that were said. */
  patch: Spec;
  words: string;
}

/** The piece that words speak of; null where they name none. */
export function readDescribed(words: string): Described | null {
  if (words.trim() === "") return null;
  const { kind, reading } = surestReading(words, "en");
  if (reading.confidence < LEAST_CONFIDENCE) return null;
  return { kind, patch: reading.patch, words };
}

/** A piece of a kind about which nothing was said. */
export function describedKind(kindId: string, words: string): Described | null {
  const kind = listKinds().find(({ id }) => id === kindId);
  return kind ? { kind, patch: {}, words } : null;
}

/** Features of a piece without measures: what was said, and the span of what is usual for the rest. */
export function featuresOfWords(
  { kind, patch, words }: Described,
  source: "words" | "pictures",
): DesignFeatures {
  const said = { kind, patch, words };
  const low = typicalBill(said, "low");
  const high = typicalBill(said, "high");
  return {
    ...featuresOfBill(kind, high, null),
    source,
    boxMm: null,
    thinnestWallMm: null,
    colours: [],
    bill: { low, high },
  };
}

function typicalBill({ kind, patch, words }: Described, end: End): Bill {
  const share = typicalShare(kind.id, kind.category, materialIn(patch, kind), end);
  const stones = stonesIn(patch, end);
  const style = settingIn(patch);
  const letters = lettersIn(patch);
  return {
    madeOf: [share],
    stones,
    settings: stones.map(({ count }, at) => ({ style: at === 0 ? style : "pave", count })),
    letters,
    chainLinks: kind.id === "necklace" || kind.id === "bracelet" ? (end === "low" ? 60 : 160) : 0,
    hasEarringBacks: kind.id === "earrings",
    sewn:
      kind.category === "garment"
        ? { gsm: gsmOf(share.material), pack: typicalPack(kind.id, share, end) }
        : null,
    handwork: handworkAsked(words, letters > 0),
  };
}

function materialIn(patch: Spec, { category }: Kind): string {
  const said = Object.values(patch).find(
    (value) => typeof value === "string" && (findAlloy(value) ?? findMaterial(value)),
  );
  return (said as string | undefined) ?? USUAL_MATERIAL[category];
}

function gsmOf(material: string): number {
  const cloth = findMaterial(material);
  return cloth?.sort === "fabric" ? cloth.gPerM2 : 0;
}

const STONE_IDS = new Set(STONES.map(({ id }) => id));

/** Usual sizes of a centre stone, mm; smaller ones beside it 1.3 mm. */
const CENTRE_MM = { low: 4, high: 7 };
const SMALL = { mm: 1.3, count: { low: 12, high: 30 } };

function stonesIn(patch: Spec, end: End): StoneTally[] {
  const named = Object.entries(patch).filter(
    ([, value]) => typeof value === "string" && STONE_IDS.has(value),
  );
  const lengthMm = typeof patch.stoneLengthMm === "number" ? patch.stoneLengthMm : CENTRE_MM[end];
  return named.map(([field, stone]) =>
    /halo|pave/i.test(field)
      ? tally(stone as string, SMALL.mm, SMALL.count[end])
      : tally(stone as string, lengthMm, /side/i.test(field) ? 2 : 1),
  );
}

/** A round stone: its volume is about a quarter of the cube of its diameter. */
function tally(stone: string, mm: number, count: number): StoneTally {
  const caratsEach = caratsOf(0.25 * mm ** 3, stone);
  return { stone, cut: "round", sizeMm: [mm, mm, 0.6 * mm], count, caratsEach };
}

const STYLES: readonly SettingStyle[] = ["prong", "bezel", "pave", "channel"];

const settingIn = ({ head, setting }: Spec): SettingStyle =>
  STYLES.find((style) => style === head || style === setting) ?? "prong";

function lettersIn({ text, name, engraving }: Spec): number {
  const said = [text, name, engraving].find((value) => typeof value === "string" && value !== "");
  return typeof said === "string" ? [...said.replace(/\s/g, "")].length : 0;
}
