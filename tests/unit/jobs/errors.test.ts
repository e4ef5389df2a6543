import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, test } from "vitest";
import { toStepError } from "#inngest/functions/step-error.ts";
import { toTaskError } from "#lib/jobs/task-error.ts";
import { invalidInput, rateLimited, unavailable } from "#lib/shared/errors.ts";

/** An error as a function reads it of a step that failed: its name and words are left. */
function overTheWire(name: string, message: string, cause?: Error): Error {
  return Object.assign(new Error(message, { cause }), { name });
}

describe("an error in a step", () => {
  test("that no attempt will mend is not tried again", () => {
    const error = invalidInput("Too thin.");
    expect(toStepError(error)).toBeInstanceOf(NonRetriableError);
    expect(toStepError(error)).toMatchObject({ message: "Too thin.", cause: error });
  });

  test("that says when to come back is heeded", () => {
    const mapped = toStepError(rateLimited(7));
    expect(mapped).toBeInstanceOf(RetryAfterError);
    expect(mapped).toMatchObject({ retryAfter: "7" });
  });

  test("that may pass, or is unknown, stays what it is", () => {
    const busy = unavailable("Busy.");
    const unknown = new TypeError("undefined is not a mesh");
    expect([toStepError(busy), toStepError(unknown)]).toEqual([busy, unknown]);
  });
});

describe("an error as it is shown", () => {
  test("keeps the user's words, code and details", () => {
    const error = invalidInput("Too thin.", { details: { minimum: 0.8 } });
    expect(toTaskError(error)).toEqual({
      code: "invalid_input",
      message: "Too thin.",
      retryable: false,
      details: { minimum: 0.8 },
    });
  });

  test("keeps the user's words also after it went through a step", () => {
    expect(toTaskError(overTheWire("AppError", "Busy."))).toEqual({
      code: "unavailable",
      message: "Busy.",
      retryable: true,
    });
    const cause = overTheWire("AppError", "Too thin.");
    const permanent = overTheWire("NonRetriableError", "Too thin.", cause);
    expect(toTaskError(permanent)).toMatchObject({ message: "Too thin.", retryable: false });
  });

  test("hides what is not for the user", () => {
    for (const error of [new TypeError("x is undefined"), "text", null]) {
      expect(toTaskError(error)).toMatchObject({ code: "internal" });
      expect(toTaskError(error).message).toContain("went wrong on our side");
    }
  });
});
