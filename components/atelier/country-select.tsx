import { useLocale } from "next-intl";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/input.tsx";
import { COUNTRIES, countryName } from "#lib/shared/places/countries.ts";

interface CountrySelectProps {
  name: "to" | "country";
  label: string;
  value: string | undefined;
  any: string;
  of?: readonly string[];
}

/** Countries by name; what is sent is the code, ISO 3166-1. */
export function CountrySelect({ name, label, value, any, of = COUNTRIES }: CountrySelectProps) {
  const locale = useLocale();
  const named = of.map((code) => [code, countryName(code, locale)] as const);
  return (
    <Field id={`field-${name}`} label={label}>
      {(control) => (
        <Select name={name} defaultValue={value ?? ""} {...control}>
          <option value="">{any}</option>
          {named
            .toSorted(([, one], [, other]) => one.localeCompare(other, locale))
            .map(([code, text]) => (
              <option key={code} value={code}>
                {text}
              </option>
            ))}
        </Select>
      )}
    </Field>
  );
}
