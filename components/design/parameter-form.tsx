"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { Spec } from "#lib/designs/types.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { ChoiceControl } from "./choice-control.tsx";
import { ColourControl } from "./colour-control.tsx";
import { FlagControl } from "./flag-control.tsx";
import { NumberControl } from "./number-control.tsx";
import { PictureControl } from "./picture-control.tsx";
import { RingSizeControl } from "./ring-size-control.tsx";
import { TextControl } from "./text-control.tsx";

interface ParameterFormProps {
  fields: readonly Field[];
  spec: Spec;
  /** Messages by field. */
  errors: Record<string, string>;
  onChange: (field: string, value: unknown) => void;
  /** Tells it from other forms of the page. */
  label?: string;
  /** Groups lie behind their names until they are opened: for a form that is one of many things on its page. */
  folded?: boolean;
}

/** The form of a kind, made from its schema: groups in the schema's order, fields that matter now. */
export function ParameterForm(props: ParameterFormProps) {
  const { fields, spec, errors, onChange, label = "Parameters", folded = false } = props;
  const groups = Map.groupBy(
    fields.filter((field) => matters(field, spec)),
    (field) => field.group ?? "",
  );
  return (
    <form
      className={folded ? "border-b border-line" : "grid gap-7"}
      onSubmit={(event) => event.preventDefault()}
      aria-label={label}
    >
      {[...groups].map(([group, members]) => (
        <Group key={group} name={group} members={members} folded={folded}>
          {members.map((field) => (
            <FieldControl
              key={field.name}
              field={field}
              alone={field.label === group}
              value={spec[field.name] ?? field.default}
              error={errors[field.name]}
              onChange={(value) => onChange(field.name, value)}
            />
          ))}
        </Group>
      ))}
    </form>
  );
}

interface GroupProps {
  name: string;
  members: readonly Field[];
  folded: boolean;
  children: ReactNode;
}

/** A group under its name; folded, the names of its fields say what is behind it. */
function Group({ name, members, folded, children }: GroupProps) {
  if (!folded) {
    return (
      <section className="grid gap-4">
        <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{name}</h3>
        {children}
      </section>
    );
  }
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-11 list-none items-center gap-3 py-2 text-sm [&::-webkit-details-marker]:hidden">
        <span className="shrink-0 font-medium">{name}</span>
        <span aria-hidden className="w-0 flex-1 truncate text-muted group-open:invisible">
          {members.map((field) => field.label).join(", ")}
        </span>
        <ChevronDown
          size={16}
          aria-hidden
          className="shrink-0 text-muted transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-4 pt-1 pb-5">{children}</div>
    </details>
  );
}

/** Whether the fields it depends on have the values it is shown for. */
export function matters(field: Field, spec: Spec): boolean {
  return Object.entries(field.when ?? {}).every(([name, values]) =>
    values.includes(spec[name] as string | boolean),
  );
}

interface FieldControlProps {
  field: Field;
  /** The heading of its group says the same as its label. */
  alone: boolean;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

function FieldControl({ field, alone, value, error, onChange }: FieldControlProps) {
  if (field.type === "flag") {
    return <FlagControl field={field} value={value === true} onChange={onChange} />;
  }
  if (field.type === "choice") {
    return <ChoiceControl field={field} alone={alone} value={String(value)} onChange={onChange} />;
  }
  if (field.type === "text") {
    return <TextualControl {...{ field, value, error, onChange }} />;
  }
  const number = { field, value: Number(value), error, onChange };
  return isFingerSize(field) ? <RingSizeControl {...number} /> : <NumberControl {...number} />;
}

/** Largest inner diameter of a ring, mm; a bangle's is larger. */
const LARGEST_FINGER_MM = 30;

const isFingerSize = ({ name, maximum = Number.POSITIVE_INFINITY }: Field) =>
  name === "innerDiameterMm" && maximum <= LARGEST_FINGER_MM;

/** Written, picked as a colour, or a picture; null, as a picture may be, is the empty text. */
function TextualControl({ field, value, error, onChange }: Omit<FieldControlProps, "alone">) {
  // Another file is another design.
  if (field.input === "model") return null;
  if (field.input === "picture") {
    return <PictureControl {...{ field, error, onChange }} value={value ? String(value) : null} />;
  }
  const text = { field, value: String(value ?? ""), error, onChange };
  if (field.input === "colour") return <ColourControl {...text} />;
  return <TextControl {...text} />;
}
