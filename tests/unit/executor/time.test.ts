import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backoffMs } from "#inngest/embedded/backoff.ts";
import { nextTick, parseCron } from "#inngest/embedded/cron.ts";
import { momentOf } from "#inngest/embedded/duration.ts";

const at = (text: string) => new Date(`${text}Z`);
const next = (schedule: string, after: string) =>
  nextTick(parseCron(schedule), at(after)).toISOString().slice(0, 16);

describe("a schedule", () => {
  test.each([
    ["* * * * *", "2026-03-01T10:00:30", "2026-03-01T10:01"],
    ["*/5 * * * *", "2026-03-01T10:00:00", "2026-03-01T10:05"],
    ["23 * * * *", "2026-03-01T10:23:00", "2026-03-01T11:23"],
    ["0 3 * * *", "2026-12-31T04:00:00", "2027-01-01T03:00"],
    ["30 9-17/4 * * 1-5", "2026-11-20T17:31:00", "2026-11-23T09:30"],
    ["0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00"],
    ["0 0 1,15 * *", "2026-05-02T00:00:00", "2026-05-15T00:00"],
    ["0 12 * * 7", "2026-11-21T00:00:00", "2026-11-22T12:00"],
    ["0 0 13 * 5", "2026-11-01T00:00:00", "2026-11-06T00:00"],
    ["TZ=UTC 0 0 * * *", "2026-11-01T00:00:00", "2026-11-02T00:00"],
  ])("%s after %s is %s", (schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected);
  });

  test.each([
    "* * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "5-1 * * * *",
    "*/0 * * * *",
    "a * * * *",
    "TZ=Asia/Tokyo 0 0 * * *",
  ])("is refused when it is wrong: %s", (schedule) => {
    expect(() => parseCron(schedule)).toThrow(/The schedule/);
  });

  test("that never comes says so", () => {
    expect(() => nextTick(parseCron("0 0 31 2 *"), at("2026-01-01T00:00"))).toThrow("never comes");
  });

  test("always comes after the moment asked about, on a full minute", () => {
    const minute = fc.integer({ min: 0, max: 59 });
    const time = fc.date({
      min: at("2020-01-01T00:00"),
      max: at("2040-01-01T00:00"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(minute, time, (m, after) => {
        const tick = nextTick(parseCron(`${m} * * * *`), after);
        expect(tick.getTime()).toBeGreaterThan(after.getTime());
        expect(tick.getTime() - after.getTime()).toBeLessThanOrEqual(3_600_000);
        expect([tick.getUTCMinutes(), tick.getUTCSeconds()]).toEqual([m, 0]);
      }),
    );
  });
});

describe("a duration", () => {
  const now = at("2026-01-01T00:00:00");
  test.each([
    ["10s", 10_000],
    ["1h30m", 5_400_000],
    ["250ms", 250],
    ["1.5d", 129_600_000],
    ["2w", 1_209_600_000],
    ["2026-01-01T00:01:00.000Z", 60_000],
  ])("%s", (text, ms) => {
    expect(momentOf(text, now).getTime() - now.getTime()).toBe(ms);
  });

  test.each(["", "soon", "10x", "10 s", "s"])("is refused when it is none: %s", (text) => {
    expect(() => momentOf(text, now)).toThrow("neither a duration nor a date");
  });
});

describe("a retry", () => {
  test("waits twice as long each time, from a second to a minute", () => {
    const waits = [0, 1, 2, 3, 6, 20].map((attempt) =>
      backoffMs(attempt, { baseMs: 1_000, maxMs: 60_000 }),
    );
    const least = [1_000, 2_000, 4_000, 8_000, 60_000, 60_000];
    waits.forEach((wait, index) => {
      expect(wait).toBeGreaterThanOrEqual(least[index] ?? 0);
      expect(wait).toBeLessThanOrEqual((least[index] ?? 0) * 1.1);
    });
  });
});
