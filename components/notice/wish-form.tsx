"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Which topics come by mail too. */
export function WishForm({
  wishes,
  action,
}: {
  wishes: Record<string, boolean>;
  action: FormAction;
}) {
  const t = useTranslations("notice");
  return (
    <ActionForm action={action} hidden={{}} label={t("wishes")}>
      {({ isDone }) => (
        <>
          <fieldset className="grid gap-2 text-sm">
            <legend className="mb-2 font-medium">{t("wishes")}</legend>
            {Object.entries(wishes).map(([topic, byMail]) => (
              <label key={topic} className="flex items-center gap-2">
                <input
                  type="checkbox"
                  name={topic}
                  defaultChecked={byMail}
                  className="size-4 accent-accent"
                />
                {t(`topic.${topic}`)}
              </label>
            ))}
          </fieldset>
          <div className="flex items-center gap-3">
            <SubmitButton look="secondary" size="small">
              {t("save")}
            </SubmitButton>
            {isDone ? (
              <p role="status" className="text-sm text-good">
                {t("saved")}
              </p>
            ) : null}
          </div>
        </>
      )}
    </ActionForm>
  );
}
