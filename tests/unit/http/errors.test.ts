import { describe, expect, test } from "vitest";
import { z } from "zod";
import { errorAnswer, statusOf, toAppError } from "#lib/http/error-answer.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { AppError, isAppError, notFound, rateLimited } from "#lib/shared/errors.ts";

function refusalOf(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("an error's answer", () => {
  test("has code, message, details, timestamp and request id", () => {
    const now = new Date("2026-11-21T08:00:00Z");
    const { status, body } = errorAnswer(notFound("design"), "request-1", now);
    expect(status).toBe(404);
    expect(body).toEqual({
      error: {
        code: "not_found",
        message: "There is no such design.",
        details: {},
        timestamp: "2026-11-21T08:00:00.000Z",
        request_id: "request-1",
      },
    });
  });

  test("says when to come back", () => {
    const { status, headers } = errorAnswer(rateLimited(12.4), "request-1", new Date());
    expect(status).toBe(429);
    expect(new Headers(headers).get("retry-after")).toBe("13");
  });

  test("names the way to sign in with 401", () => {
    const error = new AppError("unauthenticated", "Sign in.");
    expect(
      new Headers(errorAnswer(error, "r", new Date()).headers).get("www-authenticate"),
    ).toMatch(/^Bearer/);
  });

  test("names a field as it is spelled on the wire", () => {
    const details = { field: "spec.bandWidthMm", value: 0.1, minimum: 1.6 };
    const error = new AppError("rule_broken", "Too thin.", { details });
    const { body } = errorAnswer(error, "r", new Date());
    expect(body).toMatchObject({ error: { details: { field: "spec.band_width_mm" } } });
  });

  test("tells nothing of an unknown error but keeps its cause", () => {
    const cause = new Error("password of the database");
    const error = toAppError(cause);
    expect(error.code).toBe("internal");
    expect(error.userMessage).not.toContain("database");
    expect(error.cause).toBe(cause);
    expect(statusOf(error.code)).toBe(500);
  });
});

const ring = z.object({
  bandWidthMm: z.number().min(0.8).max(12),
  cut: z.enum(["round", "oval"]),
  email: z.email().optional(),
  password: z.string().min(10).optional(),
});

describe("a wrong value", () => {
  test("is named with its field, its value and its limits", () => {
    const error = refusalOf(() => parseInput(ring, { bandWidthMm: 0.1, cut: "oval" }));
    expect(error.code).toBe("invalid_input");
    expect(error.details).toMatchObject({ field: "band_width_mm", value: 0.1, minimum: 0.8 });
    expect(error.userMessage).toBe("band_width_mm: At least 0.8.");
    expect(error.fieldErrors).toEqual({ bandWidthMm: "At least 0.8." });
  });

  test("of a choice is answered with what can be chosen", () => {
    const error = refusalOf(() => parseInput(ring, { bandWidthMm: 2, cut: "square" }));
    expect(error.details).toMatchObject({
      field: "cut",
      value: "square",
      allowed: ["round", "oval"],
    });
  });

  test("is listed with every other one", () => {
    const error = refusalOf(() => parseInput(ring, { bandWidthMm: 20, cut: "x" }));
    expect(error.details.issues).toHaveLength(2);
  });

  test("is not repeated when it is a password", () => {
    const given = { bandWidthMm: 2, cut: "oval", password: "secret" };
    const error = refusalOf(() => parseInput(ring, given));
    expect(JSON.stringify(error.details)).not.toContain('"secret"');
  });

  test("that is missing is asked for", () => {
    const error = refusalOf(() => parseInput(ring, { cut: "oval" }));
    expect(error.fieldErrors).toEqual({ bandWidthMm: "Fill this in." });
  });
});
