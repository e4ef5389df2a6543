import { describe, expect, it } from "vitest";
import { parseSpec, patchSpec } from "#lib/kinds/parse-spec.ts";
import { fieldsOf } from "#lib/kinds/read/fields.ts";
import { findKind, getKind, listKinds } from "#lib/kinds/registry.ts";
import { ring } from "#lib/kinds/ring/index.ts";
import { AppError } from "#lib/shared/errors.ts";

function errorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

describe("kinds", () => {
  it("are found by id", () => {
    expect(getKind("ring").title).toBe("Ring");
    expect(findKind("boat")).toBeNull();
    expect(errorOf(() => getKind("boat")).details).toMatchObject({
      value: "boat",
      allowed: expect.arrayContaining(["ring"]),
    });
  });

  it.each(listKinds().map((kind) => [kind.id, kind] as const))(
    "%s has a label, a group and a default for every field",
    (_id, kind) => {
      const defaults = kind.schema.parse({});
      for (const field of fieldsOf(kind.schema)) {
        expect(field.label, field.name).not.toBe(field.name);
        expect(field.group, field.name).toBeTruthy();
        expect(defaults[field.name], field.name).toBe(field.default);
        if (field.type === "number") {
          expect(field.minimum, field.name).toBeTypeOf("number");
          expect(field.maximum, field.name).toBeTypeOf("number");
          expect(field.unit, field.name).toBeTruthy();
        }
      }
    },
  );

  it("read their own example", () => {
    const { patch, confidence } = ring.read(ring.example, { current: null, locale: "en" });
    expect(confidence).toBeGreaterThan(0.5);
    expect(ring.words(parseSpec(ring, patch))).toBe(
      "18K rose gold solitaire ring (US 7, 17.32 mm inside) with a 7 × 5 mm oval sapphire in four prongs, " +
        "a 2.4 mm D-shaped band and pavé shoulders of 1.3 mm diamond.",
    );
  });
});

describe("a spec", () => {
  it("takes defaults for what is not given", () => {
    expect(parseSpec(ring, { bandWidthMm: 3 })).toMatchObject({
      bandWidthMm: 3,
      style: "solitaire",
    });
  });

  it("is refused with field, range, unit and the nearest value that works", () => {
    const error = errorOf(() => parseSpec(ring, { bandWidthMm: 0.1 }));
    expect(error.code).toBe("invalid_input");
    expect(error.details).toEqual({
      field: "bandWidthMm",
      value: 0.1,
      minimum: 1.6,
      maximum: 12,
      unit: "mm",
      nearest: 1.6,
    });
    expect(error.userMessage).toContain("1.6 to 12 mm");
    expect(error.fieldErrors).toHaveProperty("bandWidthMm");
  });

  it("is refused with the choices there are", () => {
    const error = errorOf(() => parseSpec(ring, { cut: "heart" }));
    expect(error.details).toMatchObject({ field: "cut", value: "heart" });
    expect(error.details.allowed).toContain("marquise");
  });

  it("is refused where it names what the kind has not", () => {
    expect(errorOf(() => parseSpec(ring, { wings: 2 })).details).toMatchObject({ field: "wings" });
    expect(errorOf(() => parseSpec(ring, "gold")).code).toBe("invalid_input");
    expect(errorOf(() => parseSpec(ring, null)).code).toBe("invalid_input");
  });

  it("is patched as a whole", () => {
    const current = parseSpec(ring, { cut: "oval" });
    expect(patchSpec(ring, current, { stoneLengthMm: 8 })).toEqual({
      ...current,
      stoneLengthMm: 8,
    });
    expect(errorOf(() => patchSpec(ring, current, { stoneLengthMm: 80 })).details.nearest).toBe(16);
  });
});
