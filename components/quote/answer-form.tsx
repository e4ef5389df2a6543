"use client";

import { Plus, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatMoney } from "#components/design/format.ts";
import { readAmount } from "#components/design/read-amount.ts";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { SuggestedOffer } from "#lib/quotes/suggest-offer.ts";
import { minorDigits } from "#lib/shared/currencies.ts";

const UNITS = ["piece", "g", "ct", "h", "cm3", "m2"] as const;

/** A line as it is typed. */
interface TypedLine {
  key: number;
  label: string;
  quantity: string;
  unit: (typeof UNITS)[number];
  rate: string;
}

export interface AnswerFormProps {
  quoteId: string;
  /** Number of the offer on the table. */
  offer: number;
  currency: string;
  /** What the form begins with. */
  suggested: SuggestedOffer;
  action: FormAction;
}

const FIELDS = ["readyOn", "validUntil", "workHours", "note", "lines"];

/** An offer, line by line, with the sum it comes to. */
export function AnswerForm({ quoteId, offer, currency, suggested, action }: AnswerFormProps) {
  const t = useTranslations("quote.answer");
  const [lines, setLines] = useState<TypedLine[]>(() =>
    (suggested.lines.length > 0 ? suggested.lines : [emptyLine()]).map((line, key) => ({
      ...line,
      key,
    })),
  );
  const change = (key: number, part: Partial<TypedLine>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const hidden = { quoteId, offer: String(offer), currency, lines: JSON.stringify(lines) };
  return (
    <ActionForm action={action} hidden={hidden} fields={FIELDS} label={t("title")}>
      {({ errors, values }) => (
        <>
          <div className="grid gap-3">
            {lines.map((line, index) => (
              <LineFields
                key={line.key}
                line={line}
                number={index + 1}
                onChange={(part) => change(line.key, part)}
                onRemove={
                  lines.length > 1 ? () => setLines(lines.filter((one) => one !== line)) : null
                }
              />
            ))}
          </div>
          {errors.lines ? <p className="text-sm text-bad">{errors.lines}</p> : null}
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Button
              look="quiet"
              size="small"
              onClick={() => setLines([...lines, { ...emptyLine(), key: Date.now() }])}
            >
              <Plus aria-hidden className="size-4" />
              {t("addLine")}
            </Button>
            <Sum lines={lines} currency={currency} />
          </div>
          <Terms errors={errors} values={{ ...termsOf(suggested), ...values }} />
          <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

interface TermsProps {
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** When it is ready, how long the offer stands, and what is said to it. */
function Terms({ errors, values }: TermsProps) {
  const t = useTranslations("quote.answer");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="readyOn"
          type="date"
          label={t("readyOn")}
          defaultValue={values.readyOn}
          error={errors.readyOn}
        />
        <TextField
          name="validUntil"
          type="date"
          label={t("validUntil")}
          defaultValue={values.validUntil}
          error={errors.validUntil}
        />
        <TextField
          name="workHours"
          inputMode="decimal"
          label={t("workHours")}
          defaultValue={values.workHours}
          error={errors.workHours}
        />
      </div>
      <TextAreaField
        name="note"
        id="answer-note"
        label={t("note")}
        defaultValue={values.note}
        error={errors.note}
      />
    </>
  );
}

/** A refused form comes back with what was typed, in place of these. */
const termsOf = ({ readyOn, validUntil, workHours, note }: SuggestedOffer) => ({
  ...{ readyOn, validUntil, workHours, note },
});

const emptyLine = (): Omit<TypedLine, "key"> => ({
  label: "",
  quantity: "1",
  unit: "piece",
  rate: "",
});

interface LineFieldsProps {
  line: TypedLine;
  number: number;
  onChange: (part: Partial<TypedLine>) => void;
  onRemove: (() => void) | null;
}

function LineFields({ line, number, onChange, onRemove }: LineFieldsProps) {
  const t = useTranslations("quote.answer");
  const units = useTranslations("quote.offer.unit");
  return (
    <fieldset className="grid grid-cols-[1fr_auto] items-center gap-2 sm:grid-cols-[1fr_5rem_6.5rem_7rem_auto]">
      <legend className="sr-only">{t("line", { number })}</legend>
      <Input
        aria-label={t("lineLabel", { number })}
        placeholder={t("what")}
        value={line.label}
        maxLength={120}
        onChange={({ target }) => onChange({ label: target.value })}
        className="max-sm:col-span-2"
      />
      <Input
        aria-label={t("lineQuantity", { number })}
        inputMode="decimal"
        value={line.quantity}
        onChange={({ target }) => onChange({ quantity: target.value })}
      />
      <Select
        aria-label={t("lineUnit", { number })}
        value={line.unit}
        onChange={({ target }) => onChange({ unit: target.value as TypedLine["unit"] })}
      >
        {UNITS.map((unit) => (
          <option key={unit} value={unit}>
            {units(unit)}
          </option>
        ))}
      </Select>
      <Input
        aria-label={t("lineRate", { number })}
        placeholder={t("rate")}
        inputMode="decimal"
        value={line.rate}
        onChange={({ target }) => onChange({ rate: target.value })}
      />
      {onRemove ? (
        <Button
          look="quiet"
          size="small"
          aria-label={t("removeLine", { number })}
          onClick={onRemove}
        >
          <X aria-hidden className="size-4" />
        </Button>
      ) : null}
    </fieldset>
  );
}

/** The sum as the server will reckon it. */
function Sum({ lines, currency }: { lines: readonly TypedLine[]; currency: string }) {
  const t = useTranslations("quote.answer");
  const locale = useLocale();
  const digits = minorDigits(currency);
  const minor = lines.reduce((sum, { quantity, rate }) => {
    const unitMinor = Math.round(readAmount(rate, digits) * 10 ** digits);
    return sum + Math.round(readAmount(quantity, 3) * unitMinor);
  }, 0);
  return (
    <output className="text-sm">
      {t("sum")}{" "}
      <strong className="tabular-nums">
        {Number.isFinite(minor) ? formatMoney(minor, currency, locale) : "…"}
      </strong>
    </output>
  );
}
