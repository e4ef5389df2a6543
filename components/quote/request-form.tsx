"use client";

import { useTranslations } from "next-intl";
import { CountrySelect } from "#components/atelier/country-select.tsx";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { QuoteAtelier } from "#lib/quotes/types.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";

const FIELDS = ["quantity", "budget", "neededBy", "country", "note", "currency"];

export interface RequestFormProps {
  designId: string;
  /** The revision that is shown beside the form. */
  revision: number;
  ateliers: readonly QuoteAtelier[];
  /** What is filled in before the person writes. */
  wish: Record<string, string>;
  action: FormAction;
}

/** Asks the chosen ateliers what the piece would cost. */
export function RequestForm({ designId, revision, ateliers, wish, action }: RequestFormProps) {
  const t = useTranslations("quote.request");
  const hidden = {
    designId,
    revision: String(revision),
    atelierIds: JSON.stringify(ateliers.map(({ id }) => id)),
  };
  return (
    <ActionForm action={action} hidden={hidden} fields={FIELDS} label={t("title")}>
      {({ errors, values }) => (
        <>
          <ChosenAteliers ateliers={ateliers} />
          <TextAreaField
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            rows={5}
            defaultValue={values.note ?? wish.note}
            error={errors.note}
          />
          <Frame errors={errors} values={{ ...wish, ...values }} />
          <SubmitButton size="large" className="justify-self-start">
            {t("submit", { count: ateliers.length })}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

interface FrameProps {
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** How many, for how much, until when and where to. */
function Frame({ errors, values }: FrameProps) {
  const t = useTranslations("quote.request");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="quantity"
          type="number"
          min={1}
          label={t("quantity")}
          defaultValue={values.quantity ?? "1"}
          error={errors.quantity}
        />
        <TextField
          name="budget"
          inputMode="decimal"
          label={t("budget")}
          defaultValue={values.budget}
          error={errors.budget}
        />
        <Field id="field-currency" label={t("currency")} error={errors.currency}>
          {(control) => (
            <Select name="currency" defaultValue={values.currency} {...control}>
              {CURRENCIES.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="neededBy"
          type="date"
          label={t("neededBy")}
          defaultValue={values.neededBy}
          error={errors.neededBy}
        />
        <CountrySelect
          name="country"
          label={t("country")}
          value={values.country}
          any={t("anyCountry")}
        />
      </div>
    </>
  );
}

function ChosenAteliers({ ateliers }: Pick<RequestFormProps, "ateliers">) {
  const t = useTranslations("quote.request");
  return (
    <div className="grid gap-2">
      <h2 className="text-sm font-medium">{t("ateliers")}</h2>
      <ul className="flex flex-wrap gap-2">
        {ateliers.map(({ id, name, place }) => (
          <li key={id} className="rounded-control bg-sunken px-3 py-2 text-sm">
            <span className="font-medium">{name}</span> <span className="text-muted">{place}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
