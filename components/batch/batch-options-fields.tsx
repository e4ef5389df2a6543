"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";

/** What to make of the photos; plain controls, so that the form works without scripts too. */
export function BatchOptionsFields() {
  const t = useTranslations("batch.new");
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-3 text-sm font-semibold">{t("options")}</legend>
      <TextField
        name="face_limit"
        label={t("faceLimit")}
        hint={t("faceLimitHint")}
        type="number"
        min={500}
        max={200_000}
        step={500}
        defaultValue={30_000}
      />
      <TextField
        name="height_mm"
        label={t("height")}
        type="number"
        min={10}
        max={300}
        defaultValue={60}
      />
      <ChoiceField
        name="back"
        label={t("back")}
        options={{ mirror: t("backMirror"), flat: t("backFlat") }}
      />
      <ChoiceField
        name="priority"
        label={t("priority")}
        standard="normal"
        options={{ low: t("priorityLow"), normal: t("priorityNormal"), high: t("priorityHigh") }}
      />
      <input type="hidden" name="texture" value="false" />
      <Tick name="texture" label={t("texture")} checked />
      <Tick name="partial" label={t("partial")} />
    </fieldset>
  );
}

interface ChoiceFieldProps {
  name: string;
  label: string;
  options: Record<string, string>;
  standard?: string;
}

function ChoiceField({ name, label, options, standard }: ChoiceFieldProps) {
  return (
    <Field id={`field-${name}`} label={label}>
      {(control) => (
        <Select name={name} defaultValue={standard} {...control}>
          {Object.entries(options).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Tick({
  name,
  label,
  checked = false,
}: {
  name: string;
  label: string;
  checked?: boolean;
}) {
  return (
    <label className="flex items-center gap-2.5 text-sm">
      <input
        type="checkbox"
        name={name}
        value="true"
        defaultChecked={checked}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  );
}
