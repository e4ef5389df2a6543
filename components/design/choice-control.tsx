"use client";

import { useId } from "react";
import { materialSwatch } from "./material-swatch.ts";
import type { ControlProps } from "./number-control.tsx";

/** Up to this many choices are shown side by side, more in a list. */
const SIDE_BY_SIDE = 4;

/** Materials as swatches, few values side by side, many in a list. */
export function ChoiceControl(props: ControlProps<string>) {
  const values = props.field.values ?? [];
  if (values.some((value) => materialSwatch(value))) return <Swatches {...props} />;
  const short = values.length <= SIDE_BY_SIDE;
  return short ? <Segments {...props} /> : <List {...props} />;
}

function Segments({ field, alone, value, onChange }: ControlProps<string>) {
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className={alone ? "sr-only" : "mb-1.5 text-sm"}>{field.label}</legend>
      <div
        className={`gap-1 rounded-lg bg-hover p-1 ${field.values?.length === 4 ? "grid grid-cols-2" : "flex"}`}
      >
        {field.values?.map((choice) => (
          <label
            key={choice}
            className="flex-1 cursor-pointer rounded-md px-2.5 py-1 text-center text-sm whitespace-nowrap text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-xs has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name={id}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
              className="sr-only"
            />
            {field.options?.[choice] ?? choice}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function List({ field, value, onChange }: ControlProps<string>) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="text-sm">
        {field.label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="max-w-48 h-9 rounded-control border border-line-strong bg-surface px-2 text-sm"
      >
        {field.values?.map((choice) => (
          <option key={choice} value={choice}>
            {field.options?.[choice] ?? choice}
          </option>
        ))}
      </select>
    </div>
  );
}

function Swatches({ field, value, onChange }: ControlProps<string>) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-2 flex w-full items-baseline justify-between gap-3 text-sm">
        {field.label} <span className="text-muted">{field.options?.[value] ?? value}</span>
      </legend>
      <div className="flex flex-wrap gap-1.5">
        {field.values?.map((choice) => (
          <label
            key={choice}
            title={field.options?.[choice] ?? choice}
            className="grid size-8 cursor-pointer place-items-center rounded-full border border-transparent hover:border-line has-checked:border-2 has-checked:border-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-1"
          >
            <input
              type="radio"
              name={id}
              value={choice}
              checked={choice === value}
              onChange={() => onChange(choice)}
              aria-label={field.options?.[choice] ?? choice}
              className="sr-only"
            />
            <span
              aria-hidden
              className="size-6 rounded-full shadow-inner ring-1 ring-ink/15"
              style={{ background: materialSwatch(choice) ?? undefined }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
