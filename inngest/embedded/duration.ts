const UNIT_MS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};
const WHOLE = /^(?:\d+(?:\.\d+)?(?:ms|[smhdw]))+$/;
const PART = /(\d+(?:\.\d+)?)(ms|[smhdw])/g;

/** The moment "10s", "1h30m" or an ISO date means, seen from `now`. Throws an Error for anything else. */
export function momentOf(text: string, now: Date): Date {
  if (WHOLE.test(text)) return new Date(now.getTime() + durationMs(text));
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`"${text}" is neither a duration nor a date.`);
  return date;
}

function durationMs(text: string): number {
  const parts = [...text.matchAll(PART)];
  return parts.reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ""] ?? 0),
    0,
  );
}
