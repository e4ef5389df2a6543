import type { SettingZone } from "../mesh.ts";
import type { Solid, SolidKernel } from "../solid/kernel.ts";
import { boldSection, sectionOf } from "../solid/section.ts";
import { letterZones } from "../text/engraving.ts";
import type { OutlineFont } from "../text/font.ts";
import { type TextArc, textOutlines } from "../text/text-outlines.ts";

/** A caster's engraving is at least this wide, mm (domain facts). */
const LINE_MM = 0.34;

export interface RaisedText {
  text: string;
  font: OutlineFont;
  /** Of a capital letter, mm. */
  heightMm: number;
  /** Added between letters, mm. */
  trackingMm?: number;
  arc?: TextArc;
  /** Bottom and top of the letters, mm. */
  fromZMm: number;
  toZMm: number;
}

export interface RaisedLetters {
  solid: Solid;
  /** Where their strokes are walls by the rules of letters. */
  zones: SettingZone[];
}

/** Letters raised along z, their strokes wide enough to cast; null where nothing is written. */
export function raisedText(kernel: SolidKernel, raised: RaisedText): RaisedLetters | null {
  const { text, font, heightMm, trackingMm = 0, arc, fromZMm, toZMm } = raised;
  const laid = textOutlines(text, font, { heightMm, trackingMm, ...(arc && { arc }) });
  if (laid.contours.length === 0) return null;
  const section = boldSection(
    sectionOf(kernel, laid.contours),
    LINE_MM,
    font.hairline * laid.scale,
  );
  return {
    solid: section.extrude(toZMm - fromZMm).translate([0, 0, fromZMm]),
    zones: letterZones(section).map(({ at: [x, y], radiusMm }) => ({
      at: [x, y, toZMm],
      radiusMm,
    })),
  };
}

/** Length of a text at a capital height of 1 mm, mm. */
export const textLength = (text: string, font: OutlineFont, trackingShare = 0): number =>
  textOutlines(text, font, { heightMm: 1, trackingMm: trackingShare }).advanceMm;

/** A text broken at its spaces into at most `most` lines of about even length. */
export function balancedLines(text: string, most: number): string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const count = Math.min(most, Math.max(1, Math.round(text.length / 9)), words.length);
  const lines: string[] = [];
  let rest = words;
  for (let left = count; left > 0 && rest.length > 0; left--) {
    const goal = rest.join(" ").length / left;
    let take = 1;
    while (take < rest.length - left + 1 && rest.slice(0, take + 1).join(" ").length <= goal + 2) {
      take++;
    }
    lines.push(rest.slice(0, left === 1 ? rest.length : take).join(" "));
    rest = rest.slice(take);
  }
  return lines;
}
