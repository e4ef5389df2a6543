import { useLocale, useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";
import { CURRENCIES } from "#lib/shared/exchange.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { PLACES } from "#lib/shared/places/places.ts";
import { CountrySelect } from "./country-select.tsx";

/** What the address of the page says, as it was typed. */
export interface MatchQuery {
  place?: string;
  to?: string;
  country?: string;
  km?: string;
  budget?: string;
  currency?: string;
  within?: string;
  by?: string;
  pieces?: string;
}

interface MatchFiltersProps {
  action: string;
  query: MatchQuery;
  /** Messages by field of the query. */
  errors: Partial<Record<keyof MatchQuery, string>>;
  /** Countries there are ateliers in. */
  countries: readonly string[];
  /** The reader's, for a budget in none that was chosen. */
  currency: string;
}

/** Filters of a match, as a form that needs no script. */
export function MatchFilters({
  action,
  query,
  errors,
  countries,
  currency: own,
}: MatchFiltersProps) {
  const t = useTranslations("atelier.filter");
  const locale = useLocale();
  return (
    <form action={action} className="grid gap-4" aria-label={t("title")}>
      <div className="grid grid-cols-2 gap-4">
        <TextField
          name="place"
          list="places"
          autoComplete="address-level2"
          label={t("place")}
          hint={t("placeHint")}
          defaultValue={query.place}
        />
        <CountrySelect name="to" label={t("toCountry")} value={query.to} any={t("anywhere")} />
        <CountrySelect
          name="country"
          label={t("country")}
          value={query.country}
          any={t("everywhere")}
          of={countries}
        />
        <NumberField name="km" label={t("maxKm")} {...{ query, errors }} />
        <NumberField name="budget" label={t("budget")} {...{ query, errors }} />
        <Field id="field-currency" label={t("currency")}>
          {(control) => (
            <Select name="currency" defaultValue={query.currency ?? own} {...control}>
              {CURRENCIES.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          )}
        </Field>
        <TextField
          name="by"
          type="date"
          label={t("deadline")}
          defaultValue={query.by}
          error={errors.by}
        />
        <NumberField name="pieces" label={t("quantity")} {...{ query, errors }} />
      </div>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          name="within"
          value="1"
          defaultChecked={query.within === "1"}
          className="size-4 accent-accent"
        />
        {t("withinBudget")}
      </label>
      <div className="flex gap-2">
        <Button type="submit">{t("apply")}</Button>
        <ButtonLink href={action} look="quiet">
          {t("reset")}
        </ButtonLink>
      </div>
      <datalist id="places">
        {PLACES.map(({ name, country }) => (
          <option key={`${name} ${country}`} value={name}>
            {countryName(country, locale)}
          </option>
        ))}
      </datalist>
    </form>
  );
}

interface NumberFieldProps extends Pick<MatchFiltersProps, "query" | "errors"> {
  name: "km" | "budget" | "pieces";
  label: string;
}

function NumberField({ name, label, query, errors }: NumberFieldProps) {
  return (
    <TextField
      name={name}
      inputMode="decimal"
      label={label}
      defaultValue={query[name]}
      error={errors[name]}
    />
  );
}
