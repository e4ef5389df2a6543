"use client";

import { useTranslations } from "next-intl";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

interface CollectionFormProps {
  action: FormAction;
  hidden?: Record<string, string>;
  title?: string;
  description?: string;
  /** What its button says. */
  submit: string;
  /** The title alone is asked for. */
  isShort?: boolean;
}

/** Title and description of a collection. */
export function CollectionForm(props: CollectionFormProps) {
  const { action, hidden = {}, title = "", description = "", submit, isShort } = props;
  const t = useTranslations("collection");
  return (
    <ActionForm action={action} hidden={hidden} fields={["title", "description"]}>
      {({ errors, values, isDone }) => (
        <>
          <TextField
            name="title"
            label={t("name")}
            maxLength={120}
            defaultValue={values.title ?? title}
            error={errors.title}
          />
          {isShort ? null : (
            <TextField
              name="description"
              label={t("noteLabel")}
              hint={t("noteHint")}
              maxLength={1000}
              defaultValue={values.description ?? description}
              error={errors.description}
            />
          )}
          <div className="flex items-center gap-3">
            <SubmitButton size="small">{submit}</SubmitButton>
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
