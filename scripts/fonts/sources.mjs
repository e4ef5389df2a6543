/** Files of a font's letters by script, in the order in which they are asked for a letter. */
const SUBSETS = ["latin", "latin-ext", "vietnamese"];

/**
 * @typedef {object} FontSource
 * @property {string} id Name of the generated module.
 * @property {string} package Package that holds the files.
 * @property {string[]} files The same font by script.
 */

/**
 * @param {string} id
 * @param {string} family
 * @param {string} style Weight and slope.
 * @returns {FontSource}
 */
const source = (id, family, style) => ({
  id,
  package: `node_modules/@fontsource/${family}`,
  files: SUBSETS.map((subset) => `files/${family}-${subset}-${style}.woff`),
});

/** The fonts pieces can be lettered in; all under the SIL Open Font License. */
export const FONT_SOURCES = [
  source("script", "great-vibes", "400-normal"),
  source("roman", "playfair-display", "700-normal"),
  source("sans", "be-vietnam-pro", "600-normal"),
];

/** Letters of European languages and Vietnamese: ranges of code points, ends included. */
const RANGES = [
  [0x20, 0x7e],
  [0xa1, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x218, 0x21b],
  [0x1e9e, 0x1e9e],
  [0x1ea0, 0x1ef9],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
];

/** Every character a font may be asked for. */
export const CHARACTERS = RANGES.flatMap(([from = 0, to = 0]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
);
