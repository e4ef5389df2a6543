import fc from "fast-check";

/** As much of JSON Schema as the API document uses. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  default?: unknown;
}

/** Values no schema asks for. */
export const NASTY = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, "", " ", "\u0000", "null", "undefined", "NaN", "../../etc/passwd", "' OR 1=1 --"],
    ...["<script>1</script>", "{{7*7}}", "%00", "🦊".repeat(40), "\ud800", "a".repeat(5_000)],
    ...[-1, 0, 1e308, -1e308, 2 ** 31, 2 ** 53, Number.MIN_VALUE, true, [], {}, [[]]],
    ...[{ __proto__: null, constructor: 1 }, { $ne: null }],
  ),
  fc.string({ maxLength: 40, unit: "binary" }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values a schema allows. `known` gives texts that mean something, by the property's name. */
export function valid(
  schema: Schema,
  known: (name: string) => fc.Arbitrary<unknown> | null,
  name = "",
): fc.Arbitrary<unknown> {
  const meant = known(name);
  if (meant) return meant;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((one) => valid(one, known, name)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case "integer":
      return fc.integer({
        min: schema.minimum ?? 0,
        max: Math.min(schema.maximum ?? 1e6, 2 ** 31 - 1),
      });
    case "number":
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(valid(schema.items ?? {}, known, name), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case "object":
      return objectOf(schema, known);
    case "null":
      return fc.constant(null);
    default:
      return fc.string({
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 60, 200),
      });
  }
}

function objectOf(schema: Schema, known: (name: string) => fc.Arbitrary<unknown> | null) {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, one]) => [name, valid(one, known, name)] as const,
  );
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: (schema.required ?? []).filter((name) => name in (schema.properties ?? {})),
  });
}

/** A valid value with one of its properties made nasty, or something else altogether. */
export function broken(
  schema: Schema,
  known: (name: string) => fc.Arbitrary<unknown> | null,
): fc.Arbitrary<unknown> {
  const names = Object.keys(schema.properties ?? {});
  if (names.length === 0) return NASTY;
  const spoilt = fc
    .tuple(objectOf(schema, known), fc.constantFrom(...names, "unknown_field"), NASTY)
    .map(([value, name, nasty]) => ({ ...value, [name]: nasty }));
  return fc.oneof({ weight: 5, arbitrary: spoilt }, { weight: 1, arbitrary: NASTY });
}
