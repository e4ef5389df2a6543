"use client";

import { useEffect, useId, useState } from "react";
import { Slider } from "#components/ui/slider.tsx";
import type { Field } from "#lib/kinds/read/fields.ts";
import { unitSign, withUnit } from "./unit-sign.ts";

export interface ControlProps<Value> {
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
  /** Why the value does not work, in the user's words. */
  error?: string | undefined;
  /** Its group's heading names it already: the label is for those who do not see that. */
  alone?: boolean;
}

/** A slider for feeling and a number for precision; both move the same value. */
export function NumberControl({ field, value, onChange, error }: ControlProps<number>) {
  const id = useId();
  const step = field.step ?? (field.type === "integer" ? 1 : 0.05);
  const { minimum = 0, maximum = 100 } = field;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={`${id}-number`} className="text-sm">
          {field.label}
        </label>
        <TypedNumber
          id={`${id}-number`}
          field={field}
          value={value}
          step={step}
          onChange={onChange}
          describedBy={error ? `${id}-error` : undefined}
        />
      </div>
      <Slider
        aria-label={field.label}
        aria-valuetext={withUnit(value, field.unit)}
        min={minimum}
        max={maximum}
        step={step}
        value={value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {error && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

interface TypedNumberProps {
  id: string;
  field: Field;
  value: number;
  step: number;
  onChange: (value: number) => void;
  describedBy: string | undefined;
}

/** Keeps what is being typed until it is a number in range; out of range it says the limits. */
function TypedNumber({ id, field, value, step, onChange, describedBy }: TypedNumberProps) {
  const [text, setText] = useState(String(value));
  useEffect(() => setText(shown(value)), [value]);
  const commit = () => {
    const typed = Number(text.replace(",", "."));
    if (!Number.isFinite(typed) || text.trim() === "") return setText(shown(value));
    const { minimum = typed, maximum = typed } = field;
    const kept = Math.min(Math.max(typed, minimum), maximum);
    setText(shown(kept));
    if (kept !== value) onChange(kept);
  };
  return (
    <span className="flex items-baseline gap-1 text-sm text-muted">
      <input
        id={id}
        type="text"
        inputMode="decimal"
        aria-describedby={describedBy}
        aria-invalid={describedBy ? true : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          const arrow = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
          if (arrow === 0) return;
          event.preventDefault();
          onChange(stepped(field, value + arrow, step));
        }}
        className="w-16 rounded-control border border-line-strong bg-surface px-1.5 py-0.5 text-right text-ink tabular-nums"
      />
      <span aria-hidden>{unitSign(field.unit)}</span>
    </span>
  );
}

const shown = (value: number) => String(Number(value.toFixed(3)));

function stepped(field: Field, value: number, step: number): number {
  const { minimum = value, maximum = value } = field;
  const rounded = Number((Math.round(value / step) * step).toFixed(6));
  return Math.min(Math.max(rounded, minimum), maximum);
}
