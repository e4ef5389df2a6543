"use client";

import type { ControlProps } from "./number-control.tsx";

/** Yes or no. */
export function FlagControl({ field, value, onChange }: ControlProps<boolean>) {
  return (
    <label className="flex cursor-pointer items-center justify-between gap-3 text-sm">
      {field.label}
      <input
        type="checkbox"
        role="switch"
        checked={value}
        aria-checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="relative h-6 w-10 shrink-0 appearance-none rounded-full border border-line-strong bg-hover transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-4.5 before:rounded-full before:bg-line-strong before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-ink"
      />
    </label>
  );
}
