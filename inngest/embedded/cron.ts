/** A schedule: minute, hour, day of month, month, day of week (0 is Sunday), in UTC. */
export interface Schedule {
  minutes: Set<number>;
  hours: Set<number>;
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  /** Given both, either kind of day is enough (the rule of cron). */
  eitherDay: boolean;
}

const FIELDS = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day", from: 1, to: 31 },
  { name: "month", from: 1, to: 12 },
  { name: "weekday", from: 0, to: 7 },
] as const;
const PREFIX = /^(?:TZ=(?:UTC|Etc\/UTC|GMT)\s+)?/;
const ITEM = /^(\*|\d+(?:-\d+)?)(?:\/(\d+))?$/;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Every date, also 29 February on a given weekday, comes within this many days. */
const SEARCHED_DAYS = 366 * 29;

/** Reads five fields of numbers, ranges, lists and steps; throws an Error that names what is wrong. */
export function parseCron(text: string): Schedule {
  const parts = text.replace(PREFIX, "").trim().split(/\s+/);
  if (parts.length !== FIELDS.length)
    throw new Error(`The schedule "${text}" has not five fields.`);
  const [minutes, hours, days, months, weekdays] = FIELDS.map((field, index) =>
    readField(parts[index] ?? "", field, text),
  ) as [Set<number>, Set<number>, Set<number>, Set<number>, Set<number>];
  if (weekdays.delete(7)) weekdays.add(0);
  const eitherDay = !parts[2]?.startsWith("*") && !parts[4]?.startsWith("*");
  return { minutes, hours, days, months, weekdays, eitherDay };
}

function readField(part: string, field: (typeof FIELDS)[number], text: string): Set<number> {
  const values = new Set<number>();
  for (const item of part.split(",")) {
    const [, range, step] = ITEM.exec(item) ?? [];
    const [first, last = step ? String(field.to) : undefined] = range?.split("-") ?? [];
    const from = range === "*" ? field.from : Number(first);
    const to = range === "*" ? field.to : Number(last ?? first);
    const isWrong = range === undefined || from < field.from || to > field.to || from > to;
    if (isWrong || Number(step ?? 1) < 1) {
      throw new Error(`The schedule "${text}" has a wrong ${field.name}: "${item}".`);
    }
    for (let value = from; value <= to; value += Number(step ?? 1)) values.add(value);
  }
  return values;
}

/** The first moment of the schedule after `after`; throws an Error when there is none (31 February). */
export function nextTick(schedule: Schedule, after: Date): Date {
  const start = new Date(Math.floor(after.getTime() / MINUTE_MS) * MINUTE_MS + MINUTE_MS);
  let midnight = Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), start.getUTCDate());
  for (let day = 0; day < SEARCHED_DAYS; day += 1, midnight += DAY_MS) {
    if (!isOnDay(schedule, new Date(midnight))) continue;
    const tick = firstTickOfDay(schedule, midnight, start.getTime());
    if (tick !== null) return new Date(tick);
  }
  throw new Error("The schedule never comes.");
}

function isOnDay(schedule: Schedule, date: Date): boolean {
  if (!schedule.months.has(date.getUTCMonth() + 1)) return false;
  const onDay = schedule.days.has(date.getUTCDate());
  const onWeekday = schedule.weekdays.has(date.getUTCDay());
  return schedule.eitherDay ? onDay || onWeekday : onDay && onWeekday;
}

function firstTickOfDay(schedule: Schedule, midnight: number, from: number): number | null {
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    const time = midnight + minute * MINUTE_MS;
    if (time < from) continue;
    if (schedule.hours.has(Math.floor(minute / 60)) && schedule.minutes.has(minute % 60))
      return time;
  }
  return null;
}
