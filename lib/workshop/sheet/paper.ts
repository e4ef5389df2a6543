import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** Points in a millimetre. */
export const POINTS_PER_MM = 72 / 25.4;

export type Weight = "regular" | "bold";

/** A run of letters that one file of the font holds. */
interface Run {
  font: string;
  text: string;
}

const WEIGHT_FILES: Record<Weight, number> = { regular: 400, bold: 600 };
const SUBSETS = ["latin", "vietnamese", "latin-ext"] as const;
type Subset = (typeof SUBSETS)[number];

const require = createRequire(import.meta.url);
const fileOf = (subset: Subset, weight: Weight) =>
  require.resolve(
    `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-${WEIGHT_FILES[weight]}-normal.woff`,
  );

/** Letters of the font's Vietnamese file that its Latin one lacks, as its own style sheet states them. */
const VIETNAMESE: readonly (readonly [number, number])[] = [
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x301],
  [0x303, 0x304],
  [0x308, 0x309],
  [0x323, 0x323],
  [0x329, 0x329],
  [0x1ea0, 0x1ef9],
  [0x20ab, 0x20ab],
];
const LATIN_EXTRA = new Set([0x131, 0x152, 0x153, 0x20ac, 0x2122, 0x2191, 0x2193, 0x2212, 0x2215]);

function subsetOf(code: number): Subset {
  if (VIETNAMESE.some(([from, to]) => code >= from && code <= to)) return "vietnamese";
  const latin = code <= 0xff || (code >= 0x2000 && code <= 0x206f) || LATIN_EXTRA.has(code);
  return latin ? "latin" : "latin-ext";
}

/** A document with one font whose accents all are there; text is placed to the point, nothing flows by itself. */
export class Paper {
  readonly document: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];

  /** `title` and `subject` are the file's own properties. */
  constructor(title: string, subject: string) {
    this.document = new PDFDocument({
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      pdfVersion: "1.7",
      lang: "en",
      // A fixed day: the same piece gives the same bytes.
      info: { Title: title, Subject: subject, Creator: "Maquette", CreationDate: new Date(0) },
    });
    this.document.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    for (const weight of ["regular", "bold"] as const)
      for (const subset of SUBSETS)
        this.document.registerFont(`${subset}-${weight}`, fileOf(subset, weight));
  }

  page(layout: "portrait" | "landscape"): void {
    this.document.addPage({ size: "A4", layout, margin: 0 });
  }

  private runs(text: string, weight: Weight): Run[] {
    const runs: Run[] = [];
    for (const letter of text) {
      const font = `${subsetOf(letter.codePointAt(0)!)}-${weight}`;
      const last = runs.at(-1);
      if (last?.font === font) last.text += letter;
      else runs.push({ font, text: letter });
    }
    return runs;
  }

  widthOf(text: string, size: number, weight: Weight = "regular"): number {
    return this.runs(text, weight).reduce(
      (sum, run) => sum + this.document.font(run.font).fontSize(size).widthOfString(run.text),
      0,
    );
  }

  /** Writes one line with its top at `y`; `align` says which end of it is at `x`. */
  line(text: string, x: number, y: number, options: LineOptions): void {
    const { size, weight = "regular", colour = "#1c1a17", align = "left" } = options;
    let at = align === "right" ? x - this.widthOf(text, size, weight) : x;
    if (align === "middle") at = x - this.widthOf(text, size, weight) / 2;
    for (const run of this.runs(text, weight)) {
      this.document.font(run.font).fontSize(size).fillColor(colour);
      this.document.text(run.text, at, y, { lineBreak: false });
      at += this.document.widthOfString(run.text);
    }
  }

  /** Writes words over as many lines as they need; answers the height below the last. */
  block(text: string, x: number, y: number, width: number, options: LineOptions): number {
    const { size, weight = "regular", leading = 1.4 } = options;
    let at = y;
    let line = "";
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (line && this.widthOf(longer, size, weight) > width) {
        this.line(line, x, at, options);
        at += size * leading;
        line = word;
      } else line = longer;
    }
    this.line(line, x, at, options);
    return at + size * leading;
  }

  rule(x: number, y: number, width: number, colour = "#d9d3c8"): void {
    this.document
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.5)
      .stroke(colour);
  }

  async bytes(): Promise<Uint8Array> {
    const ended = new Promise((resolve) => this.document.once("end", resolve));
    this.document.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.chunks));
  }
}

export interface LineOptions {
  /** Points. */
  size: number;
  weight?: Weight;
  colour?: string;
  align?: "left" | "middle" | "right";
  /** Lines apart, as a part of the size. */
  leading?: number;
}
