import { describe, expect, it } from "vitest";
import { loadSolidKernel } from "#lib/kernel/solid/kernel.ts";
import type { Kind } from "#lib/kinds/kind.ts";
import { patchSpec } from "#lib/kinds/parse-spec.ts";
import { buildPiece } from "#lib/kinds/piece.ts";
import { type Field, fieldOf } from "#lib/kinds/read/fields.ts";
import { freeFieldsOf } from "#lib/kinds/solve/free-fields.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { ASSETS, kindsUnderTest } from "./any-kind.ts";

const kernel = await loadSolidKernel();

/** The default, with the choices under which the field counts, and those under which these count. */
function specShowing(kind: Kind, { when }: Field): Record<string, unknown> {
  let spec = patchSpec(kind, kind.schema.parse({}), {});
  for (const [name, values] of Object.entries(when ?? {})) {
    const chosen = fieldOf(kind.schema, name)!;
    const shown = { ...spec, ...specShowing(kind, chosen) };
    const isRight = values.includes(shown[name] as string | boolean);
    spec = { ...shown, [name]: isRight ? shown[name] : values[0] };
  }
  return spec;
}

const massOf = (kind: Kind, spec: Record<string, unknown>) =>
  buildPiece(kernel, kind, patchSpec(kind, spec, {}), "preview", { assets: ASSETS }).measures.massG;

/** Masses before and after the field grows by 10 %: to its standard where the other numbers allow no more. */
function massesAsItGrows(kind: Kind, { name, maximum }: Field, spec: Record<string, unknown>) {
  const value = Number(spec[name]);
  const mass = massOf(kind, spec);
  try {
    return [mass, massOf(kind, { ...spec, [name]: Math.min(maximum!, 1.1 * value) })] as const;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [massOf(kind, { ...spec, [name]: value / 1.1 }), mass] as const;
  }
}

const frees = kindsUnderTest().flatMap((kind) =>
  kind.free.map((name) => [kind.id, name, kind] as const),
);

describe("what a solver may move", () => {
  it("is something in every kind", () => {
    for (const kind of kindsUnderTest()) {
      const free = freeFieldsOf(kind, kind.schema.parse({}));
      expect([kind.id, free.length > 0]).toEqual([kind.id, true]);
    }
  });

  it.each(frees)(
    "%s: %s is a number of the piece, and makes it heavier as it grows",
    (_id, name, kind) => {
      const field = fieldOf(kind.schema, name)!;
      expect(field.type).toBe("number");
      expect(field.unit).toBe("mm");
      expect(field.group).not.toMatch(/body|text|name|engraving|stone/i);
      const spec = specShowing(kind, field);
      expect(freeFieldsOf(kind, spec).map((free) => free.name)).toContain(name);
      const [before, after] = massesAsItGrows(kind, field, spec);
      expect(after).toBeGreaterThan(before);
    },
  );
});
