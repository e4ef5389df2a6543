"use client";

import { useTranslations } from "next-intl";
import { FILE_INPUT, FileForm } from "#components/quote/file-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/input.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";

export interface MilestoneFormProps {
  orderId: string;
  stages: readonly string[];
}

/** Shows the customer a step of the work. */
export function MilestoneForm({ orderId, stages }: MilestoneFormProps) {
  const t = useTranslations("order.milestone");
  const texts = { submit: t("add"), sending: t("adding"), unreachable: t("unreachable") };
  return (
    <FileForm path={`/api/v1/orders/${orderId}/milestone`} label={t("formTitle")} texts={texts}>
      <Field id="milestone-stage" label={t("step")}>
        {(control) => (
          <Select name="stage" {...control}>
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {t(`stage.${stage}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TextAreaField name="note" id="milestone-note" label={t("note")} maxLength={1000} rows={2} />
      <input
        type="file"
        name="photos"
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-label={t("photos")}
        className={FILE_INPUT}
      />
    </FileForm>
  );
}
