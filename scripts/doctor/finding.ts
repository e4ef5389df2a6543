import { isAppError } from "../../lib/shared/errors.ts";

/** What was found of one part of a configuration. */
export interface Finding {
  part: string;
  /** `note`: it works, and something about it is worth knowing. */
  state: "ok" | "note" | "wrong";
  /** Which implementation, and what was seen. */
  what: string;
  /** What to do about it. */
  fix?: string;
}

/** Looks at one part. What it throws becomes a finding with this fix. */
export interface Examination {
  part: string;
  /** How to mend it when it does not answer. */
  fix: string;
  look(): Promise<Omit<Finding, "part"> | string>;
}

const TIMEOUT_MS = 20_000;

/** Never throws: what goes wrong is what a doctor is for. */
export async function examinePart({ part, fix, look }: Examination): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
  });
  try {
    const found = await Promise.race([look(), late]);
    return typeof found === "string" ? { part, state: "ok", what: found } : { part, ...found };
  } catch (error) {
    return { part, state: "wrong", what: reasonOf(error), fix };
  } finally {
    clearTimeout(timer);
  }
}

/** The reason for who runs the site: the user's words, and behind them what was answered. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause =
    isAppError(error) && error.cause instanceof Error ? ` (${messageOf(error.cause)})` : "";
  return `${messageOf(error)}${cause}`;
}

/** A failed connection carries its reason one level down, and sometimes no message of its own. */
function messageOf(error: Error): string {
  const inner = error.cause instanceof Error ? error.cause : null;
  const code =
    (inner as NodeJS.ErrnoException | null)?.code ?? (error as NodeJS.ErrnoException).code;
  return [error.message || error.name, code].filter(Boolean).join(" ");
}
