import { invalidInput } from "../../shared/errors.ts";

const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/;
const LONGEST_KEY = 700;

/** True when the key is safe as a path: plain segments, none empty, none beginning with a dot. */
export function isBlobKey(key: string): boolean {
  return key.length <= LONGEST_KEY && key.split("/").every((segment) => SEGMENT.test(segment));
}

/** The key itself. Throws `invalid_input` when it is none. */
export function checkBlobKey(key: string): string {
  if (!isBlobKey(key)) throw invalidInput("This is not the name of a file here.");
  return key;
}
