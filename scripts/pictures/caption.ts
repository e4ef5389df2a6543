import { getFont } from "#lib/kernel/text/fonts.ts";
import { textOutlines } from "#lib/kernel/text/text-outlines.ts";

interface CaptionStyle {
  font: "roman" | "sans";
  /** Height of a capital, px. */
  capPx: number;
  colour: string;
}

/** SVG path of one line whose baseline begins (or is centred) at a place: outlines, so that no machine's fonts matter. */
export function captionPath(
  text: string,
  x: number,
  y: number,
  { font, capPx, colour }: CaptionStyle,
  align: "start" | "middle" = "middle",
): string {
  const { contours } = textOutlines(text, getFont(font), { heightMm: capPx, align });
  const path = contours
    .map((points) => {
      const places = points.map(([px, py]) => `${(x + px).toFixed(2)} ${(y - py).toFixed(2)}`);
      return `M${places.join("L")}Z`;
    })
    .join("");
  return `<path fill="${colour}" d="${path}"/>`;
}
