"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/input.tsx";

interface ChoiceFieldProps {
  name: string;
  label: string;
  /** Where in the texts the choices are named. */
  group:
    | "styles"
    | "templates"
    | "processes"
    | "hairs"
    | "beards"
    | "glassesOf"
    | "shapes"
    | "bases";
  values: readonly string[];
  standard?: string | undefined;
  /** Leaves the choice to the photo. */
  hasAuto?: boolean;
}

/** One of a few values, named in the reader's language. */
export function ChoiceField({ name, label, group, values, standard, hasAuto }: ChoiceFieldProps) {
  const t = useTranslations("figurine");
  return (
    <Field id={`figurine-${name}`} label={label}>
      {(control) => (
        <Select name={name} defaultValue={standard ?? (hasAuto ? "auto" : values[0])} {...control}>
          {hasAuto && <option value="auto">{t("options.auto")}</option>}
          {values.map((value) => (
            <option key={value} value={value}>
              {t(`${group}.${value}` as "styles.vinyl")}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
