"use client";

import { useEffect, useId, useState } from "react";
import type { ControlProps } from "./number-control.tsx";

const COLOUR = /^#?([0-9a-f]{6})$/i;

/** A colour by the browser's picker, or by its hex number for precision. */
export function ColourControl({ field, value, error, onChange }: ControlProps<string>) {
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    const digits = COLOUR.exec(text.trim())?.[1];
    if (!digits) return setText(value);
    const colour = `#${digits.toLowerCase()}`;
    setText(colour);
    if (colour !== value) onChange(colour);
  };
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={`${id}-hex`} className="text-sm">
          {field.label}
        </label>
        <span className="flex items-center gap-2">
          <input
            id={`${id}-hex`}
            type="text"
            autoComplete="off"
            spellCheck={false}
            aria-describedby={error ? `${id}-error` : undefined}
            aria-invalid={error ? true : undefined}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === "Enter") commit();
            }}
            className="w-20 rounded-control border border-line-strong bg-surface px-1.5 py-0.5 text-right text-sm text-ink tabular-nums"
          />
          <input
            type="color"
            aria-label={field.label}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            className="size-8 cursor-pointer rounded-control border border-line-strong bg-surface p-0.5"
          />
        </span>
      </div>
      {error && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
