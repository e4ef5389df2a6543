import { decimal } from "./bytes.ts";
import type { Loop } from "./outline.ts";
import type { Exportable, Lineage } from "./types.ts";
import { type DimensionLine, dimensionsOf, placeViews, scaleLabel, type Views } from "./views.ts";
import { escapeXml } from "./xml.ts";

/** A4 across, mm. */
const PAGE = { width: 297, height: 210 };
const AREA = { x: 12, y: 16, width: 273, height: 162 };
const ARROW_MM = 2.4;

const STYLE = `
.made{fill:#f4f1ec;stroke:#1c1a17;stroke-width:.5}
.support{fill:none;stroke:#9a948a;stroke-width:.25;stroke-dasharray:1.6 .9}
.stone{fill:#e4ecf4;stroke:#1c1a17;stroke-width:.25}
.dim{fill:none;stroke:#5c564c;stroke-width:.18}
.arrow{fill:#5c564c}
text{font-family:"Helvetica Neue",Arial,sans-serif;fill:#1c1a17}
`;

const at = (value: number) => decimal(value, 3);

function pathOf(loops: readonly Loop[]): string {
  return loops
    .map((loop) => {
      const points: string[] = [];
      for (let i = 0; i < loop.length; i += 2) points.push(`${at(loop[i]!)} ${at(loop[i + 1]!)}`);
      return `M${points.join("L")}Z`;
    })
    .join("");
}

function viewsXml({ views }: Views): string {
  const groups = views.map(({ elevation, outlines, x, y }) => {
    const paths = (["made", "support", "stone"] as const).map((weight) => {
      const loops = outlines.filter((one) => one.weight === weight).map(({ loop }) => loop);
      return loops.length > 0
        ? `<path class="${weight}" fill-rule="evenodd" d="${pathOf(loops)}"/>`
        : "";
    });
    const title = `<text x="${at(x)}" y="${at(y - 3)}" font-size="3">${elevation}</text>`;
    return `<g id="${elevation}">${paths.join("")}${title}</g>`;
  });
  return groups.join("\n");
}

function arrow(x: number, y: number, upright: boolean, sign: number): string {
  const [long, wide] = [ARROW_MM * sign, ARROW_MM / 6];
  const points = upright
    ? [x, y, x - wide, y + long, x + wide, y + long]
    : [x, y, x + long, y - wide, x + long, y + wide];
  return `<polygon class="arrow" points="${points.map(at).join(" ")}"/>`;
}

function dimensionXml({ from, to, ends, upright, text }: DimensionLine): string {
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
  const extensions = ends.map(([x, y]) =>
    upright
      ? `M${at(x - 1)} ${at(y)}H${at(from[0] - 1.5)}`
      : `M${at(x)} ${at(y + 1)}V${at(from[1] + 1.5)}`,
  );
  const line = `M${at(from[0])} ${at(from[1])}L${at(to[0])} ${at(to[1])}`;
  const turned = upright ? ` transform="rotate(-90 ${at(middle[0])} ${at(middle[1])})"` : "";
  const arrows = upright
    ? arrow(...from, true, -1) + arrow(...to, true, 1)
    : arrow(...from, false, 1) + arrow(...to, false, -1);
  return `<path class="dim" d="${extensions.join("")}${line}"/>${arrows}<text x="${at(middle[0])}" y="${at(middle[1] - 1)}" font-size="3.5" text-anchor="middle"${turned}>${text}</text>`;
}

function titleXml(piece: Exportable, lineage: Lineage, scale: number): string {
  const { boxMm, massG, totalCarats } = piece.measures;
  const facts = [
    `Scale ${scaleLabel(scale)} on A4, dimensions in mm`,
    `${boxMm.map((v) => v.toFixed(2)).join(" × ")} mm, ${massG.toFixed(2)} g${totalCarats > 0 ? `, ${totalCarats.toFixed(2)} ct` : ""}`,
    [lineage.revision && `Revision ${lineage.revision}`, `mesh ${piece.meshHash.slice(0, 12)}`]
      .filter(Boolean)
      .join(", "),
  ];
  const lines = facts.map(
    (fact, i) =>
      `<text x="285" y="${190 + i * 5}" font-size="3.2" text-anchor="end">${escapeXml(fact)}</text>`,
  );
  const words = lineage.title ? `${lineage.title}: ${piece.words}` : piece.words;
  return `<path class="dim" d="M12 184H285"/><text x="12" y="191" font-size="4.2">${escapeXml(cut(lineage.title ?? piece.kind, 60))}</text><text x="12" y="197" font-size="3">${escapeXml(cut(words, 130))}</text>${lines.join("")}`;
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/**
 * Dimensioned front, side and top views of a piece as SVG on A4 across, to scale when printed at full size. Outlines
 * are within 0.1 % of the piece's length. Same piece, same bytes.
 */
export function writeViewsSvg(piece: Exportable, lineage: Lineage): Uint8Array {
  const views = placeViews(piece.parts, AREA);
  const dimensions = dimensionsOf(views).map(dimensionXml).join("\n");
  const svg = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}mm" height="${PAGE.height}mm" viewBox="0 0 ${PAGE.width} ${PAGE.height}">
<title>${escapeXml(piece.words)}</title>
<style>${STYLE}</style>
<rect width="${PAGE.width}" height="${PAGE.height}" fill="#fff"/>
${viewsXml(views)}
${dimensions}
${titleXml(piece, lineage, views.scale)}
</svg>
`;
  return new TextEncoder().encode(svg);
}
