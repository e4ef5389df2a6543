import { describe, expect, test } from "vitest";
import { toCamelCase, toSnakeCase } from "#lib/http/case.ts";

describe("keys on the wire", () => {
  test("become snake_case at every depth, also inside lists", () => {
    const spec = { bandWidthMm: 2, stones: [{ cutAngleDeg: 41 }], boxMm: [1, 2, 3] };
    expect(toSnakeCase(spec)).toEqual({
      band_width_mm: 2,
      stones: [{ cut_angle_deg: 41 }],
      box_mm: [1, 2, 3],
    });
  });

  test("come back as they were", () => {
    const original = { volumeMm3: 1, massG: 2, sha256: "x", headSettingProngs: { prongCount: 4 } };
    expect(toCamelCase(toSnakeCase(original))).toEqual(original);
  });

  test("that are data stay as they are: alloy ids, uuids, file names", () => {
    const masses = { "gold-18k-rose": 2, "018F-aBc": 1, "ring.stl": 3, GLB: 4 };
    expect(toSnakeCase(masses)).toEqual(masses);
    expect(toCamelCase(masses)).toEqual(masses);
  });

  test("leave dates and bytes alone", () => {
    const at = new Date(0);
    const bytes = new Uint8Array([1]);
    expect(toSnakeCase({ createdAt: at, rawBytes: bytes })).toEqual({
      created_at: at,
      raw_bytes: bytes,
    });
  });
});
