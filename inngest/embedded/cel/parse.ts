import { readTokens, type Token } from "./tokens.ts";

export type Node =
  | { type: "literal"; value: string | number | boolean | null }
  | { type: "name"; name: string }
  | { type: "member"; of: Node; key: Node }
  | { type: "list"; items: Node[] }
  | { type: "call"; name: string; of: Node | null; args: Node[] }
  | { type: "unary"; sign: string; of: Node }
  | { type: "binary"; sign: string; left: Node; right: Node }
  | { type: "choice"; test: Node; yes: Node; no: Node };

/** Operators by binding strength, weakest first. */
const LEVELS = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">=", "in"],
  ["+", "-"],
  ["*", "/", "%"],
];
const LITERALS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);
/** What may be called: as a function (`has`, `size` …) or on a value. */
const CALLS = new Set([
  "has",
  "size",
  "string",
  "int",
  "double",
  "startsWith",
  "endsWith",
  "contains",
  "matches",
  "lowerAscii",
]);

interface Reader {
  text: string;
  tokens: Token[];
  at: number;
}

/**
 * Reads an expression of the part of CEL that functions use: literals, fields, comparison, logic, arithmetic, `in`,
 * `? :`, and a few calls. Throws an Error for anything else.
 */
export function parseExpression(text: string): Node {
  const reader: Reader = { text, tokens: readTokens(text), at: 0 };
  const node = readChoice(reader);
  if (reader.at < reader.tokens.length) throw unreadable(reader);
  return node;
}

const unreadable = (reader: Reader): Error => {
  const token = reader.tokens[reader.at];
  const place = token ? `at "${token.value}"` : "at its end";
  return new Error(`The expression "${reader.text}" cannot be read ${place}.`);
};

function takeSign(reader: Reader, ...signs: string[]): string | null {
  const token = reader.tokens[reader.at];
  const isOperator = token?.type === "sign" || (token?.type === "name" && token.value === "in");
  if (!token || !isOperator || !signs.includes(String(token.value))) return null;
  reader.at += 1;
  return String(token.value);
}

function expectSign(reader: Reader, sign: string): void {
  if (takeSign(reader, sign) === null) throw unreadable(reader);
}

function readChoice(reader: Reader): Node {
  const test = readBinary(reader, 0);
  if (takeSign(reader, "?") === null) return test;
  const yes = readChoice(reader);
  expectSign(reader, ":");
  return { type: "choice", test, yes, no: readChoice(reader) };
}

function readBinary(reader: Reader, level: number): Node {
  const signs = LEVELS[level];
  if (!signs) return readUnary(reader);
  let left = readBinary(reader, level + 1);
  for (;;) {
    const sign = takeSign(reader, ...signs);
    if (sign === null) return left;
    left = { type: "binary", sign, left, right: readBinary(reader, level + 1) };
  }
}

function readUnary(reader: Reader): Node {
  const sign = takeSign(reader, "!", "-");
  return sign === null ? readMembers(reader) : { type: "unary", sign, of: readUnary(reader) };
}

function readMembers(reader: Reader): Node {
  let node = readPrimary(reader);
  for (;;) {
    if (takeSign(reader, ".") !== null) node = readMember(reader, node);
    else if (takeSign(reader, "[") !== null) {
      node = { type: "member", of: node, key: readChoice(reader) };
      expectSign(reader, "]");
    } else return node;
  }
}

function readMember(reader: Reader, of: Node): Node {
  const name = readName(reader);
  if (takeSign(reader, "(") !== null) return readCall(reader, name, of);
  return { type: "member", of, key: { type: "literal", value: name } };
}

function readName(reader: Reader): string {
  const token = reader.tokens[reader.at];
  if (token?.type !== "name") throw unreadable(reader);
  reader.at += 1;
  return token.value;
}

function readCall(reader: Reader, name: string, of: Node | null): Node {
  if (!CALLS.has(name)) throw new Error(`The expression "${reader.text}" calls ${name}().`);
  return { type: "call", name, of, args: readItems(reader, ")") };
}

function readItems(reader: Reader, end: string): Node[] {
  const items: Node[] = [];
  if (takeSign(reader, end) !== null) return items;
  do items.push(readChoice(reader));
  while (takeSign(reader, ",") !== null);
  expectSign(reader, end);
  return items;
}

function readPrimary(reader: Reader): Node {
  if (takeSign(reader, "(") !== null) {
    const node = readChoice(reader);
    expectSign(reader, ")");
    return node;
  }
  if (takeSign(reader, "[") !== null) return { type: "list", items: readItems(reader, "]") };
  const token = reader.tokens[reader.at];
  if (!token || token.type === "sign") throw unreadable(reader);
  reader.at += 1;
  if (token.type !== "name") return { type: "literal", value: token.value };
  const literal = LITERALS.get(token.value);
  if (literal !== undefined) return { type: "literal", value: literal };
  if (takeSign(reader, "(") !== null) return readCall(reader, token.value, null);
  return { type: "name", name: token.value };
}
