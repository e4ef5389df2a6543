import { describe, expect, test } from "vitest";
import { z } from "zod";
import { mm } from "#lib/kinds/field.ts";
import { checkFigurine } from "#lib/kinds/figurine/check.ts";
import { figurineSchema } from "#lib/kinds/figurine/schema.ts";
import { TEMPLATES } from "#lib/kinds/figurine/templates.ts";
import { type Limit, limitsOf } from "#lib/kinds/limits.ts";
import { AppError } from "#lib/shared/errors.ts";

const schema = z.object({ widthMm: mm(3, 16, 6, { label: "Width", group: "Size" }) });

function refusalOf(limit: Omit<Limit<"widthMm">, "field" | "reason">): AppError {
  try {
    limitsOf<"widthMm">(schema)({ field: "widthMm", reason: "It is so.", ...limit });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("the nearest value of a refusal", () => {
  test("keeps the limit on the field's step", () => {
    const { details, message } = refusalOf({ value: 8, maximum: 5.27 });
    expect(details.nearest).toBe(5.2);
    expect(message).toContain("the nearest that works is 5.2 mm");
  });

  test("stays within the field where the limit is beyond it, and says that it does not do", () => {
    const low = refusalOf({ value: 3.5, maximum: 2 });
    expect(low.details.nearest).toBe(3);
    expect(low.message).toContain("even the least it can be, 3 mm, does not work");
    const high = refusalOf({ value: 15, minimum: 20 });
    expect(high.details.nearest).toBe(16);
    expect(high.message).toContain("even the most it can be, 16 mm, does not work");
  });
});

test("no figurine is told to be taller than figurines are", () => {
  const messages = Object.keys(TEMPLATES).flatMap((body) =>
    checkFigurine(figurineSchema.parse({ body, heightMm: 50, plateText: "ANNA" })).map(
      ({ message }) => message,
    ),
  );
  const heights = messages.flatMap((message) => /A figurine of (\d+) mm/.exec(message)?.[1] ?? []);
  expect(heights.every((height) => Number(height) <= 200)).toBe(true);
});
