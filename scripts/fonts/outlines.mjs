import { CHARACTERS } from "./sources.mjs";

/** @typedef {import("opentype.js").Font} Font */
/** @typedef {import("opentype.js").Glyph} Glyph */

/**
 * What the kernel's `OutlineFont` is made of.
 * @typedef {object} FontData
 * @property {number} unitsPerEm
 * @property {number} capHeight
 * @property {number} xHeight
 * @property {string[]} shapes Contours as `M x y`, `L x y`, `Q cx cy x y`, font units, each closed by the next M or the end.
 * @property {Record<string, number[]>} glyphs By character: advance, then shape, dx, dy of each part.
 * @property {Record<string, number>} kerning By two characters, font units.
 */

/** Pairs of these are kerned; letters with marks are kerned as the letter alone. */
const KERNED = CHARACTERS.filter((character) => /[A-Za-z.,'’-]/.test(character));

const rounded = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/** @param {Glyph} glyph */
function toShape(glyph) {
  return glyph.path.commands
    .map((command) => {
      if (command.type === "M" || command.type === "L") {
        return `${command.type}${rounded(command.x)} ${rounded(command.y)}`;
      }
      if (command.type === "Q") {
        return `Q${rounded(command.x1)} ${rounded(command.y1)} ${rounded(command.x)} ${rounded(command.y)}`;
      }
      if (command.type === "Z") return "";
      throw new Error(`A curve of type ${command.type} in a font of quadratic curves.`);
    })
    .join("");
}

/**
 * The glyphs a glyph is put together from, each with its shift; itself where it is drawn.
 * @param {Font} font
 * @param {Glyph} glyph
 * @returns {{ glyph: Glyph, dx: number, dy: number }[]}
 */
function partsOf(font, glyph) {
  // Reading the path is what makes the parser look at the parts.
  const drawn = glyph.path.commands.length > 0;
  /** @type {{ glyphIndex: number, xScale: number, scale01: number, scale10: number, yScale: number, dx: number, dy: number }[]} */
  const parts = Reflect.get(glyph, "components") ?? [];
  const isMoved = parts.every(
    ({ xScale, scale01, scale10, yScale }) =>
      xScale === 1 && yScale === 1 && scale01 === 0 && scale10 === 0,
  );
  if (!drawn) return [];
  if (parts.length === 0 || !isMoved) return [{ glyph, dx: 0, dy: 0 }];
  return parts.flatMap(({ glyphIndex, dx, dy }) =>
    partsOf(font, font.glyphs.get(glyphIndex)).map((part) => ({
      ...part,
      dx: part.dx + dx,
      dy: part.dy + dy,
    })),
  );
}

/** Every shape once, by its text. */
class Shapes {
  /** @type {Map<string, number>} */
  numbers = new Map();

  /** @param {Glyph} glyph */
  numberOf(glyph) {
    const shape = toShape(glyph);
    const number = this.numbers.get(shape) ?? this.numbers.size;
    this.numbers.set(shape, number);
    return number;
  }
}

/**
 * @param {Font} font
 * @param {import("./kerning.mjs").Kerning} kerning
 */
function kerningPairs(font, kerning) {
  const glyphs = KERNED.map((character) => font.charToGlyph(character).index);
  /** @type {Record<string, number>} */
  const pairs = {};
  for (const [i, left] of KERNED.entries()) {
    for (const [k, right] of KERNED.entries()) {
      const value = kerning(glyphs[i] ?? 0, glyphs[k] ?? 0);
      if (value !== 0) pairs[left + right] = value;
    }
  }
  return pairs;
}

/**
 * Outlines and kerning of one font from its files; a letter is taken from the first file that has it.
 * @param {readonly Font[]} fonts
 * @param {import("./kerning.mjs").Kerning} kerning Of the first file.
 * @returns {FontData}
 */
export function toFontData(fonts, kerning) {
  const [first] = fonts;
  if (!first) throw new Error("A font without a file.");
  const shapes = new Shapes();
  /** @type {Record<string, number[]>} */
  const glyphs = {};
  for (const character of CHARACTERS) {
    const font = fonts.find((candidate) => candidate.charToGlyphIndex(character) > 0);
    if (!font) continue;
    const glyph = font.charToGlyph(character);
    const parts = partsOf(font, glyph).flatMap((part) => [
      shapes.numberOf(part.glyph),
      rounded(part.dx),
      rounded(part.dy),
    ]);
    glyphs[character] = [rounded(glyph.advanceWidth ?? 0), ...parts];
  }
  return {
    unitsPerEm: first.unitsPerEm,
    capHeight: Reflect.get(first.tables, "os2").sCapHeight,
    xHeight: Reflect.get(first.tables, "os2").sxHeight,
    shapes: [...shapes.numbers.keys()],
    glyphs,
    kerning: kerningPairs(first, kerning),
  };
}
