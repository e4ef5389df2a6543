"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { RateExample } from "./rate-example.tsx";
import type { RateTexts } from "./rate-texts.ts";

export interface RateFormProps {
  currency: string;
  initial: RateTexts;
  /** What finished pieces weighed, g/cm³ by alloy. */
  weighed: Readonly<Record<string, number>>;
  action: (
    previous: ActionResult<unknown> | null,
    form: FormData,
  ) => Promise<ActionResult<{ version: number }>>;
}

const GENERAL = [
  "validDays",
  "hourly",
  "markup",
  "roundTo",
  "makingFixed",
  "makingPerG",
  "finish",
] as const;
const TEXTS: Record<(typeof GENERAL)[number], string> = {
  validDays: "validDays",
  hourly: "hourly",
  markup: "markup",
  roundTo: "roundTo",
  makingFixed: "making",
  makingPerG: "perG",
  finish: "finish",
};
const STYLES = ["prong", "bezel", "pave", "channel"] as const;

/** The rate card, with what it comes to for a plain band while it is typed. */
export function RateForm({ currency, initial, weighed, action }: RateFormProps) {
  const t = useTranslations("desk.rates");
  const [result, submit] = useActionState(action, null);
  const [rates, setRates] = useState(initial);
  const set = (part: Partial<RateTexts>) => setRates({ ...rates, ...part });
  return (
    <form action={submit} noValidate className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <input type="hidden" name="rates" value={JSON.stringify(rates)} />
      <div className="grid gap-6">
        <FormProblem result={result} fields={[]} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="asOf"
            type="date"
            label={t("asOf")}
            value={rates.asOf}
            onChange={({ target }) => set({ asOf: target.value })}
          />
          {GENERAL.map((name) => (
            <TextField
              key={name}
              name={name}
              inputMode="decimal"
              label={withCurrency(t(TEXTS[name]), name, currency)}
              value={rates[name]}
              onChange={({ target }) => set({ [name]: target.value })}
            />
          ))}
        </div>
        <fieldset className="grid gap-4 sm:grid-cols-4">
          <legend className="mb-3 text-sm font-semibold">{`${t("setting")} (${currency})`}</legend>
          {STYLES.map((style) => (
            <TextField
              key={style}
              name={`setting-${style}`}
              inputMode="decimal"
              label={t(style)}
              value={rates.setting[style]}
              onChange={({ target }) =>
                set({ setting: { ...rates.setting, [style]: target.value } })
              }
            />
          ))}
        </fieldset>
        <MetalTable rates={rates} currency={currency} weighed={weighed} onChange={set} />
        <p className="text-xs text-muted">{t("other")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton>{t("save")}</SubmitButton>
          {result?.ok ? (
            <p role="status" className="text-sm text-good">
              {t("saved", { version: result.data.version })}
            </p>
          ) : null}
        </div>
      </div>
      <RateExample rates={rates} currency={currency} />
    </form>
  );
}

const WITHOUT_MONEY = new Set(["validDays", "markup"]);

const withCurrency = (label: string, name: string, currency: string) =>
  WITHOUT_MONEY.has(name) ? label : `${label} (${currency})`;

interface MetalTableProps {
  rates: RateTexts;
  currency: string;
  weighed: Readonly<Record<string, number>>;
  onChange: (part: Partial<RateTexts>) => void;
}

function MetalTable({ rates, currency, weighed, onChange }: MetalTableProps) {
  const t = useTranslations("desk.rates");
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[26rem] text-sm">
        <caption className="mb-3 text-left font-semibold">{t("metals")}</caption>
        <thead className="text-left text-xs text-muted">
          <tr>
            <th scope="col" className="pb-2 font-medium">
              {t("metal")}
            </th>
            <th scope="col" className="pb-2 font-medium">{`${t("perGram")} (${currency})`}</th>
            <th scope="col" className="pb-2 font-medium">
              {t("density")}
            </th>
          </tr>
        </thead>
        <tbody>
          {ALLOYS.map(({ id, label, densityGPerCm3 }) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {label}
                {weighed[id] ? (
                  <span className="block text-xs text-muted">
                    {t("ownDensity", { value: weighed[id] })}
                  </span>
                ) : null}
              </th>
              <td className="py-1.5 pr-3">
                <Input
                  aria-label={`${t("perGram")}, ${label}`}
                  inputMode="decimal"
                  value={rates.metals[id] ?? ""}
                  onChange={({ target }) =>
                    onChange({ metals: { ...rates.metals, [id]: target.value } })
                  }
                />
              </td>
              <td className="py-1.5">
                <Input
                  aria-label={`${t("density")}, ${label}`}
                  inputMode="decimal"
                  placeholder={String(densityGPerCm3)}
                  value={rates.densities[id] ?? ""}
                  onChange={({ target }) =>
                    onChange({ densities: { ...rates.densities, [id]: target.value } })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
