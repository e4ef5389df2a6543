"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { MatchTermId, Weights } from "#lib/ateliers/match/weights.ts";
import type { ActionResult } from "#lib/http/define-action.ts";

interface WeightsFormProps {
  weights: Weights;
  action: (
    previous: ActionResult<unknown> | null,
    form: FormData,
  ) => Promise<ActionResult<unknown>>;
}

/** How much each term of a match counts, in percent. */
export function WeightsForm({ weights, action }: WeightsFormProps) {
  const t = useTranslations("atelier");
  const [result, submit] = useActionState(action, null);
  const { errors, values } = lastTry(result);
  const ids = Object.keys(weights) as MatchTermId[];
  return (
    <form action={submit} className="grid gap-4" noValidate>
      <FormProblem result={result} fields={ids} />
      {result?.ok ? <Notice tone="good">{t("admin.weightsSaved")}</Notice> : null}
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {ids.map((id) => (
          <TextField
            key={id}
            name={id}
            inputMode="decimal"
            label={t(`terms.${id}`)}
            defaultValue={values[id] ?? (weights[id] * 100).toFixed(1)}
            error={errors[id]}
          />
        ))}
      </div>
      <SubmitButton size="small" className="justify-self-start">
        {t("admin.saveWeights")}
      </SubmitButton>
    </form>
  );
}
