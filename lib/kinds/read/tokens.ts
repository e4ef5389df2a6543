/** A word, a number or a sign of a message, with its place in the text as written. */
export interface Token {
  type: "word" | "number" | "sign";
  /** Lower case, without accents, singular apostrophes dropped. */
  text: string;
  /** Value of a number token. */
  value: number;
  start: number;
  end: number;
}

const VULGAR: Record<string, string> = {
  "¼": "1/4",
  "½": "1/2",
  "¾": "3/4",
  "⅓": "1/3",
  "⅔": "2/3",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
};
const VULGAR_CLASS = Object.keys(VULGAR).join("");

/** 1,500 (thousands), 2.4 or 2,4 (decimals), 1 1/2 and 3/8 (fractions), 1½. */
const NUMBER = new RegExp(
  `(?:\\d+\\s*[${VULGAR_CLASS}]|[${VULGAR_CLASS}]|\\d+\\s+\\d+/\\d+|\\d+/\\d+|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,]\\d+)?|[.,]\\d+)`,
  "y",
);
const WORD = /[\p{L}][\p{L}\p{M}'’]*(?:-[\p{L}][\p{L}\p{M}'’]*)*/uy;
const SPACE = /\s+/y;

/**
 * Words, numbers and signs of a message in order. Accents fall away for matching ("pavé" → "pave"), hyphens part words
 * ("three-stone" → "three", "stone"), units glued to numbers come apart ("2mm" → 2, "mm").
 */
export function tokenise(message: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < message.length) {
    const space = matchAt(SPACE, message, at);
    if (space) {
      at += space.length;
      continue;
    }
    const number = matchAt(NUMBER, message, at);
    const word = number ? null : matchAt(WORD, message, at);
    const text = number ?? word ?? message.slice(at, at + 1);
    if (number) tokens.push(numberToken(number, at));
    else if (word) tokens.push(...wordTokens(word, at));
    else tokens.push({ type: "sign", text: sign(text), value: Number.NaN, start: at, end: at + 1 });
    at += text.length;
  }
  return tokens;
}

/** Lower case and without accents, as vocabulary phrases are compared. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();
}

function matchAt(pattern: RegExp, message: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(message)?.[0] ?? null;
}

/** Above all that is made; a number of hundreds of digits and a fraction over nothing stay numbers that can be told. */
const LARGEST = 1e9;

function numberToken(text: string, start: number): Token {
  const value = Math.min(numberValue(text) || 0, LARGEST);
  return { type: "number", text, value, start, end: start + text.length };
}

function wordTokens(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  for (const piece of text.split("-")) {
    tokens.push({
      type: "word",
      text: fold(piece),
      value: Number.NaN,
      start: at,
      end: at + piece.length,
    });
    at += piece.length + 1;
  }
  return tokens;
}

/** Value of a number as written: decimals with point or comma, thousands, mixed fractions. */
function numberValue(text: string): number {
  const spaced = text.replace(new RegExp(`[${VULGAR_CLASS}]`, "g"), (glyph) => ` ${VULGAR[glyph]}`);
  return spaced
    .trim()
    .split(/\s+/)
    .reduce((sum, piece) => sum + pieceValue(piece), 0);
}

function pieceValue(piece: string): number {
  const [above, below] = piece.split("/");
  if (below !== undefined) return Number(above) / Number(below);
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(piece)) return Number(piece.replaceAll(",", ""));
  return Number(piece.replace(",", "."));
}

/** One form for signs that mean the same. */
function sign(character: string): string {
  if (character === "×" || character === "✕") return "x";
  if (character === "″" || character === "”") return '"';
  return character;
}
