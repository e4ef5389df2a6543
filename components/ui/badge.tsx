import clsx from "clsx";
import type { ComponentProps } from "react";

export type Tone = "plain" | "accent" | "good" | "warn" | "bad";

const TONES: Record<Tone, string> = {
  plain: "bg-hover text-muted",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

/** A word of state. The tone only repeats what the word says. */
export function Badge({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"span"> & { tone?: Tone }) {
  return (
    <span
      className={clsx(
        "inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2.5 text-xs font-medium",
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}

/** A message beside what it is about; `bad` is announced at once. */
export function Notice({
  tone = "plain",
  className,
  ...rest
}: ComponentProps<"div"> & { tone?: Tone }) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={clsx("rounded-control px-4 py-3 text-sm", TONES[tone], className)}
      {...rest}
    />
  );
}
