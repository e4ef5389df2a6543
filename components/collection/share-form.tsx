"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { Input, Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";

const DAYS = [1, 7, 14, 30, 90];
const USUAL_DAYS = 14;

type ShareAction = (
  previous: ActionResult<unknown> | null,
  form: FormData,
) => Promise<ActionResult<{ url: string }>>;

/** Makes a link and shows it, once. */
export function ShareForm({ action, collectionId }: { action: ShareAction; collectionId: string }) {
  const t = useTranslations("collection");
  const [result, submit] = useActionState(action, null);
  return (
    <form action={submit} className="grid gap-4">
      <input type="hidden" name="collectionId" value={collectionId} />
      <FormProblem result={result} fields={[]} />
      {result?.ok ? (
        <Notice tone="good">
          <span className="grid gap-2">
            {t("copyNow")}
            <Input
              aria-label={t("share")}
              readOnly
              value={result.data.url}
              onFocus={(event) => event.currentTarget.select()}
            />
          </span>
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-end gap-3">
        <Field id="share-days" label={t("days")} className="min-w-36 flex-1">
          {(control) => (
            <Select name="days" defaultValue={USUAL_DAYS} {...control}>
              {DAYS.map((days) => (
                <option key={days} value={days}>
                  {t("daysOption", { days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <SubmitButton>{t("makeLink")}</SubmitButton>
      </div>
    </form>
  );
}
