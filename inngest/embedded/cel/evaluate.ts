import { type Node, parseExpression } from "./parse.ts";

/** Names an expression may use: `event`, and `async` for the event that is awaited or cancels. */
export type Scope = Record<string, unknown>;

const parsed = new Map<string, Node>();

function parsedOnce(text: string): Node {
  const known = parsed.get(text);
  if (known) return known;
  const node = parseExpression(text);
  parsed.set(text, node);
  return node;
}

/** The value of an expression; a field that is not there is undefined, as is what is made of it. */
export function evaluate(text: string, scope: Scope): unknown {
  return resolve(parsedOnce(text), scope);
}

/** Whether a condition holds; no condition holds always, and a missing field makes none true. */
export const holds = (text: string | null | undefined, scope: Scope): boolean =>
  !text || evaluate(text, scope) === true;

function resolve(node: Node, scope: Scope): unknown {
  switch (node.type) {
    case "literal":
      return node.value;
    case "name":
      return scope[node.name];
    case "list":
      return node.items.map((item) => resolve(item, scope));
    case "member":
      return memberOf(resolve(node.of, scope), resolve(node.key, scope));
    case "unary":
      return unary(node.sign, resolve(node.of, scope));
    case "choice":
      return resolve(node.test, scope) === true
        ? resolve(node.yes, scope)
        : resolve(node.no, scope);
    case "binary":
      return binary(node, scope);
    case "call":
      return call(node, scope);
  }
}

function memberOf(of: unknown, key: unknown): unknown {
  if (typeof of !== "object" || of === null) return undefined;
  return Object.hasOwn(of, String(key)) ? (of as Record<string, unknown>)[String(key)] : undefined;
}

function unary(sign: string, value: unknown): unknown {
  if (sign === "!") return typeof value === "boolean" ? !value : undefined;
  return typeof value === "number" ? -value : undefined;
}

function binary(node: Extract<Node, { type: "binary" }>, scope: Scope): unknown {
  const left = resolve(node.left, scope);
  if (node.sign === "&&") return left === true && resolve(node.right, scope) === true;
  if (node.sign === "||") return left === true || resolve(node.right, scope) === true;
  const right = resolve(node.right, scope);
  if (node.sign === "==") return left !== undefined && isSame(left, right);
  if (node.sign === "!=") return left !== undefined && right !== undefined && !isSame(left, right);
  if (node.sign === "in") return isIn(left, right);
  return arithmetic(node.sign, left, right);
}

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || (isObject(left) && JSON.stringify(left) === JSON.stringify(right));

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function isIn(item: unknown, holder: unknown): boolean {
  if (Array.isArray(holder)) return holder.some((entry) => isSame(entry, item));
  return isObject(holder) && Object.hasOwn(holder, String(item));
}

function arithmetic(sign: string, left: unknown, right: unknown): unknown {
  if (typeof left === "string" && typeof right === "string") {
    if (sign === "+") return left + right;
    return compare(sign, left < right ? -1 : Number(left > right));
  }
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  switch (sign) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
    default:
      return compare(sign, left - right);
  }
}

function compare(sign: string, difference: number): boolean {
  if (sign === "<") return difference < 0;
  if (sign === "<=") return difference <= 0;
  return sign === ">" ? difference > 0 : difference >= 0;
}

function call(node: Extract<Node, { type: "call" }>, scope: Scope): unknown {
  const args = node.args.map((arg) => resolve(arg, scope));
  const value = node.of ? resolve(node.of, scope) : args[0];
  const given = node.of ? args[0] : args[1];
  if (node.name === "has") return value !== undefined;
  if (node.name === "size") return sizeOf(value);
  if (node.name === "string") return value === undefined ? undefined : String(value);
  if (node.name === "int") return Math.trunc(Number(value));
  if (node.name === "double") return Number(value);
  return typeof value === "string" ? textCall(node.name, value, given) : undefined;
}

function sizeOf(value: unknown): number | undefined {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
}

function textCall(name: string, text: string, given: unknown): unknown {
  if (name === "lowerAscii") return text.toLowerCase();
  if (typeof given !== "string") return undefined;
  if (name === "startsWith") return text.startsWith(given);
  if (name === "endsWith") return text.endsWith(given);
  return name === "contains" ? text.includes(given) : new RegExp(given).test(text);
}
