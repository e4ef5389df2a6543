import clsx from "clsx";
import type { ComponentProps } from "react";

const BOX = clsx(
  "w-full rounded-control border border-line-strong bg-surface text-ink placeholder:text-faint",
  "aria-invalid:border-bad disabled:opacity-55",
);

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={clsx(BOX, "h-10 px-3 text-base sm:text-sm", className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={clsx(BOX, "h-10 px-2.5 text-base sm:text-sm", className)} {...rest} />;
}
