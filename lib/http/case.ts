/**
 * REST speaks snake_case, TypeScript camelCase. Keys that are no identifiers (alloy ids such as
 * `gold-18k-rose`, uuids, file names) are data and stay as they are.
 */
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;

/** `volumeMm3` → `volume_mm3`. */
export function toSnakeKey(key: string): string {
  return CAMEL.test(key) ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : key;
}

/** `volume_mm3` → `volumeMm3`. */
export function toCamelKey(key: string): string {
  return SNAKE.test(key) ? key.replace(/_([a-z0-9])/g, (_, next) => next.toUpperCase()) : key;
}

/** An object literal: no class of its own. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function mapKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapKeys(item, rename));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [rename(key), mapKeys(item, rename)]),
  );
}

/** A copy with every key in snake_case, at all depths. Dates and bytes stay what they are. */
export const toSnakeCase = (value: unknown): unknown => mapKeys(value, toSnakeKey);

/** A copy with every key in camelCase, at all depths. */
export const toCamelCase = (value: unknown): unknown => mapKeys(value, toCamelKey);
