import { AppError } from "../shared/errors.ts";

export interface ByteRange {
  start: number;
  /** Excluded. */
  end: number;
}

const SINGLE_RANGE = /^bytes=(\d*)-(\d*)$/;

/**
 * The one range a Range header asks for, or null for the whole: no header, several ranges, or
 * another unit. Throws `invalid_input` for a range beyond the end (the route answers 416).
 */
export function readRange(header: string | null, bytes: number): ByteRange | null {
  const match = SINGLE_RANGE.exec(header?.trim() ?? "");
  if (!match) return null;
  const [, first = "", last = ""] = match;
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(0, bytes - Number(last)) : Number(first);
  const end = first === "" || last === "" ? bytes : Math.min(bytes, Number(last) + 1);
  if (start >= end) throw rangeBeyondEnd(bytes);
  return { start, end };
}

const rangeBeyondEnd = (bytes: number) =>
  new AppError("invalid_input", "This file is shorter than the range asked for.", {
    details: { field: "range", maximum: bytes },
  });
