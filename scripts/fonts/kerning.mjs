/**
 * Pair kerning of a GPOS table. The parser of outlines leaves out tables behind an extension, which one of the
 * fonts keeps its pairs in, so they are read here: OpenType 1.9, lookup types 2 and 9.
 */

const PAIRS = 2;
const EXTENSION = 9;
const X_ADVANCE = 0x4;

/** @typedef {(left: number, right: number) => number} Kerning Between glyphs, font units. */

/** @param {number} flags */
const valueBytes = (flags) => 2 * flags.toString(2).replaceAll("0", "").length;

/**
 * Where the advance lies in a value record, in bytes; null where it has none.
 * @param {number} flags
 */
const advanceAt = (flags) => (flags & X_ADVANCE ? valueBytes(flags & (X_ADVANCE - 1)) : null);

/**
 * @param {Buffer} gpos
 * @param {number} at
 * @param {number} count
 */
const offsets = (gpos, at, count) =>
  Array.from({ length: count }, (_, i) => gpos.readUInt16BE(at + 2 * i));

/**
 * Index of a glyph in a coverage table; −1 where it is not covered.
 * @param {Buffer} gpos
 * @param {number} at
 * @param {number} glyph
 */
function covered(gpos, at, glyph) {
  const count = gpos.readUInt16BE(at + 2);
  if (gpos.readUInt16BE(at) === 1) return offsets(gpos, at + 4, count).indexOf(glyph);
  for (let i = 0; i < count; i++) {
    const range = at + 4 + 6 * i;
    const first = gpos.readUInt16BE(range);
    if (glyph < first || glyph > gpos.readUInt16BE(range + 2)) continue;
    return gpos.readUInt16BE(range + 4) + glyph - first;
  }
  return -1;
}

/**
 * @param {Buffer} gpos
 * @param {number} at
 * @param {number} glyph
 */
function classOf(gpos, at, glyph) {
  if (gpos.readUInt16BE(at) === 1) {
    const index = glyph - gpos.readUInt16BE(at + 2);
    const isListed = index >= 0 && index < gpos.readUInt16BE(at + 4);
    return isListed ? gpos.readUInt16BE(at + 6 + 2 * index) : 0;
  }
  const count = gpos.readUInt16BE(at + 2);
  for (let i = 0; i < count; i++) {
    const range = at + 4 + 6 * i;
    const isIn = glyph >= gpos.readUInt16BE(range) && glyph <= gpos.readUInt16BE(range + 2);
    if (isIn) return gpos.readUInt16BE(range + 4);
  }
  return 0;
}

/**
 * The advance of a pair in one subtable; null where the subtable says nothing of it.
 * @param {Buffer} gpos
 * @param {number} at
 * @param {number} left
 * @param {number} right
 */
function pairIn(gpos, at, left, right) {
  const index = covered(gpos, at + gpos.readUInt16BE(at + 2), left);
  const first = gpos.readUInt16BE(at + 4);
  const advance = advanceAt(first);
  if (index < 0 || advance === null) return null;
  const recordBytes = valueBytes(first) + valueBytes(gpos.readUInt16BE(at + 6));
  if (gpos.readUInt16BE(at) === 1) {
    const set = at + gpos.readUInt16BE(at + 10 + 2 * index);
    for (let i = 0; i < gpos.readUInt16BE(set); i++) {
      const record = set + 2 + i * (2 + recordBytes);
      if (gpos.readUInt16BE(record) === right) return gpos.readInt16BE(record + 2 + advance);
    }
    return null;
  }
  const row = classOf(gpos, at + gpos.readUInt16BE(at + 8), left);
  const column = classOf(gpos, at + gpos.readUInt16BE(at + 10), right);
  const columns = gpos.readUInt16BE(at + 14);
  return gpos.readInt16BE(at + 16 + (row * columns + column) * recordBytes + advance);
}

/**
 * Places of the pair tables of one lookup.
 * @param {Buffer} gpos
 * @param {number} lookup
 */
function pairTables(gpos, lookup) {
  const type = gpos.readUInt16BE(lookup);
  const tables = offsets(gpos, lookup + 6, gpos.readUInt16BE(lookup + 4)).map((at) => lookup + at);
  if (type === PAIRS) return tables;
  if (type !== EXTENSION) return [];
  return tables
    .filter((at) => gpos.readUInt16BE(at + 2) === PAIRS)
    .map((at) => at + gpos.readUInt32BE(at + 4));
}

/**
 * Numbers of the lookups of the `kern` feature.
 * @param {Buffer} gpos
 */
function kerningLookups(gpos) {
  const features = gpos.readUInt16BE(6);
  const found = Array.from({ length: gpos.readUInt16BE(features) }, (_, i) => features + 2 + 6 * i)
    .filter((record) => gpos.toString("latin1", record, record + 4) === "kern")
    .map((record) => features + gpos.readUInt16BE(record + 4))
    .flatMap((feature) => offsets(gpos, feature + 4, gpos.readUInt16BE(feature + 2)));
  return [...new Set(found)].sort((a, b) => a - b);
}

/**
 * The kerning of a font by its glyph numbers; nought everywhere where it has none.
 * @param {Buffer | null} gpos
 * @returns {Kerning}
 */
export function kerningOf(gpos) {
  if (!gpos) return () => 0;
  const list = gpos.readUInt16BE(8);
  const lookups = kerningLookups(gpos).map((number) =>
    pairTables(gpos, list + gpos.readUInt16BE(list + 2 + 2 * number)),
  );
  // Of one lookup the first subtable that knows the pair counts; lookups add up.
  return (left, right) =>
    lookups.reduce((sum, tables) => {
      for (const at of tables) {
        const value = pairIn(gpos, at, left, right);
        if (value !== null) return sum + value;
      }
      return sum;
    }, 0);
}
