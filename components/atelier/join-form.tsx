"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";
import { TickList } from "./tick-list.tsx";

/** What the fields hold: texts, and ids of what is ticked. */
export interface JoinValues {
  texts: Record<string, string>;
  ticked: Record<string, readonly string[]>;
}

type Option = readonly [id: string, label: string];

export interface JoinOptions {
  countries: readonly Option[];
  destinations: readonly Option[];
  crafts: readonly Option[];
  metals: readonly Option[];
  prints: readonly Option[];
  cloths: readonly Option[];
  stones: readonly Option[];
  currencies: readonly string[];
}

interface JoinFormProps {
  values: JoinValues;
  options: JoinOptions;
  /** It is there already and is changed. */
  isKnown: boolean;
  action: (form: FormData) => Promise<ActionResult<{ status: "pending" | "approved" }>>;
}

interface Tried {
  result: ActionResult<{ status: "pending" | "approved" }> | null;
  /** What was sent: a form that is refused shows it again. */
  values: JoinValues;
  count: number;
}

/** The profile of an atelier as a form. */
export function JoinForm({ values: first, options, isKnown, action }: JoinFormProps) {
  const t = useTranslations("atelier.join");
  const send = async ({ count }: Tried, form: FormData): Promise<Tried> => ({
    result: await action(form),
    values: valuesOf(form),
    count: count + 1,
  });
  const [{ result, values, count }, submit] = useActionState(send, {
    result: null,
    values: first,
    count: 0,
  });
  const errors = result && !result.ok ? (result.error.fieldErrors ?? {}) : {};
  const parts = { values, options, errors };
  return (
    <form key={count} action={submit} noValidate className="grid gap-6">
      {result && !result.ok ? <Notice tone="bad">{result.error.message}</Notice> : null}
      {result?.ok ? (
        <Notice tone="good">{result.data.status === "pending" ? t("sent") : t("saved")}</Notice>
      ) : null}
      <About {...parts} />
      <Make {...parts} />
      <Limits {...parts} />
      <Terms {...parts} />
      <Contact {...parts} />
      <SubmitButton className="justify-self-start">{isKnown ? t("save") : t("send")}</SubmitButton>
    </form>
  );
}

function valuesOf(form: FormData): JoinValues {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  const all = names.map((name) => [name, form.getAll(name).map(String)] as const);
  return {
    texts: Object.fromEntries(all.map(([name, list]) => [name, list[0] ?? ""])),
    ticked: Object.fromEntries(all),
  };
}

interface PartProps {
  values: JoinValues;
  options: JoinOptions;
  errors: Record<string, string>;
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("atelier.join.section");
  return (
    <Card aria-labelledby={`section-${name}`} className="grid gap-5">
      <CardTitle id={`section-${name}`}>{t(name)}</CardTitle>
      {children}
    </Card>
  );
}

interface TextProps extends Pick<PartProps, "values" | "errors"> {
  name: string;
  /** Where its message is found; default its name. */
  errorName?: string;
  hint?: string;
  type?: string;
}

function Text({ name, errorName = name, hint, type = "text", values, errors }: TextProps) {
  const t = useTranslations("atelier.join.field");
  return (
    <TextField
      name={name}
      type={type}
      label={t(name)}
      hint={hint}
      defaultValue={values.texts[name]}
      error={errors[errorName]}
    />
  );
}

interface ChoiceProps extends Pick<PartProps, "values" | "errors"> {
  name: string;
  of: readonly Option[];
}

function Choice({ name, of, values, errors }: ChoiceProps) {
  const t = useTranslations("atelier.join.field");
  return (
    <Field id={`field-${name}`} label={t(name)} error={errors[name]}>
      {(control) => (
        <Select name={name} defaultValue={values.texts[name]} {...control}>
          {of.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function About({ values, errors, options }: PartProps) {
  const t = useTranslations("atelier.join.field");
  return (
    <Section name="about">
      <Text name="name" {...{ values, errors }} />
      <Field id="field-about" label={t("about")} error={errors.about}>
        {(control) => (
          <textarea
            name="about"
            rows={4}
            defaultValue={values.texts.about}
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base sm:text-sm"
            {...control}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Text name="place" hint={t("placeHint")} {...{ values, errors }} />
        <Choice name="country" of={options.countries} {...{ values, errors }} />
      </div>
      <Text name="languages" hint={t("languagesHint")} {...{ values, errors }} />
      <TickList
        name="shipsTo"
        label={t("shipsTo")}
        of={options.destinations}
        ticked={values.ticked.shipsTo}
        error={errors.shipsTo}
      />
    </Section>
  );
}

function Make({ values, errors, options }: PartProps) {
  const t = useTranslations("atelier.join.field");
  const { crafts, materials, stones } = values.ticked;
  return (
    <Section name="make">
      <TickList
        name="crafts"
        label={t("crafts")}
        of={options.crafts}
        ticked={crafts}
        error={errors.crafts}
      />
      {(["metals", "prints", "cloths"] as const).map((sort) => (
        <TickList
          key={sort}
          name="materials"
          label={t(sort)}
          of={options[sort]}
          ticked={materials}
        />
      ))}
      <TickList name="stones" label={t("stones")} of={options.stones} ticked={stones} />
    </Section>
  );
}

function Limits({ values, errors }: PartProps) {
  const t = useTranslations("atelier.join.field");
  const first = (prefix: string) =>
    Object.entries(errors).find(([name]) => name.startsWith(prefix))?.[1] ?? "";
  const shown = {
    ...errors,
    "limits.largestBoxMm": first("limits.largestBoxMm"),
    "limits.wallMm": first("limits.wallMm"),
  };
  return (
    <Section name="limits">
      <div className="grid gap-5 sm:grid-cols-2">
        <Text
          name="largestBox"
          errorName="limits.largestBoxMm"
          hint={t("largestBoxHint")}
          values={values}
          errors={shown}
        />
        <Text
          name="wallMm"
          errorName="limits.wallMm"
          hint={t("wallHint")}
          values={values}
          errors={shown}
        />
        <Text name="stoneFrom" errorName="limits.stoneMm.smallest" {...{ values, errors }} />
        <Text name="stoneTo" errorName="limits.stoneMm.largest" {...{ values, errors }} />
        <Text name="least" errorName="limits.quantity.least" {...{ values, errors }} />
        <Text name="most" errorName="limits.quantity.most" {...{ values, errors }} />
      </div>
    </Section>
  );
}

function Terms({ values, errors, options }: PartProps) {
  const currencies = options.currencies.map((id) => [id, id] as const);
  return (
    <Section name="terms">
      <div className="grid gap-5 sm:grid-cols-2">
        <Text name="leadTimeDays" {...{ values, errors }} />
        <Text name="hoursPerWeek" {...{ values, errors }} />
        <Choice name="currency" of={currencies} {...{ values, errors }} />
        <Text name="minimumOrder" errorName="minimumOrderMinor" {...{ values, errors }} />
      </div>
    </Section>
  );
}

function Contact({ values, errors }: PartProps) {
  return (
    <Section name="contact">
      <div className="grid gap-5 sm:grid-cols-2">
        <Text name="person" errorName="contact.person" {...{ values, errors }} />
        <Text name="email" type="email" errorName="contact.email" {...{ values, errors }} />
        <Text name="phone" type="tel" errorName="contact.phone" {...{ values, errors }} />
        <Text name="website" type="url" errorName="contact.website" {...{ values, errors }} />
      </div>
      <Text name="street" errorName="contact.street" {...{ values, errors }} />
    </Section>
  );
}
