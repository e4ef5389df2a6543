export type Token =
  | { type: "number"; value: number }
  | { type: "string"; value: string }
  | { type: "name"; value: string }
  | { type: "sign"; value: string };

const SPACE = /\s+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y;
const SIGN = /==|!=|<=|>=|&&|\|\||[-+*/%<>!()[\].,?:]/y;

/** Splits an expression; throws an Error that says where it cannot be read. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  while (at < text.length) {
    if (take(SPACE) !== null) continue;
    const token = readToken(take);
    if (!token) throw new Error(`The expression "${text}" cannot be read at character ${at + 1}.`);
    tokens.push(token);
  }
  return tokens;
}

function readToken(take: (pattern: RegExp) => string | null): Token | null {
  const number = take(NUMBER);
  if (number !== null) return { type: "number", value: Number(number) };
  const name = take(NAME);
  if (name !== null) return { type: "name", value: name };
  const string = take(STRING);
  if (string !== null) return { type: "string", value: unquote(string) };
  const sign = take(SIGN);
  return sign === null ? null : { type: "sign", value: sign };
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t" };

const unquote = (quoted: string): string =>
  quoted.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
