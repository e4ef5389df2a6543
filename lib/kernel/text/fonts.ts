import { data as roman } from "#generated/fonts/roman.ts";
import { data as sans } from "#generated/fonts/sans.ts";
import { data as script } from "#generated/fonts/script.ts";
import type { OutlineFont } from "./font.ts";

/**
 * The fonts there are, with the width below which strokes are tapering ends, font units: at that width opening the
 * letters A to Z and a to z takes less than 2 % of their area.
 */
const FONTS = {
  script: { label: "Script", hairline: 14, data: script },
  roman: { label: "Roman", hairline: 18, data: roman },
  sans: { label: "Sans", hairline: 80, data: sans },
} as const;

export type FontId = keyof typeof FONTS;

export const FONT_IDS = Object.keys(FONTS) as FontId[];

/** Labels by id, as a choice shows them. */
export const FONT_LABELS: Readonly<Record<FontId, string>> = {
  script: FONTS.script.label,
  roman: FONTS.roman.label,
  sans: FONTS.sans.label,
};

const known = new Map<FontId, OutlineFont>();

/** A font: `script` (Great Vibes), `roman` (Playfair Display bold) or `sans` (Be Vietnam Pro semi-bold). */
export function getFont(id: FontId): OutlineFont {
  const { label, hairline, data } = FONTS[id];
  const font = known.get(id) ?? { ...(JSON.parse(data) as OutlineFont), id, label, hairline };
  known.set(id, font);
  return font;
}
