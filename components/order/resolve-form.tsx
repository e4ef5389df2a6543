"use client";

import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";

export interface ResolveFormProps {
  disputeId: string;
  action: FormAction;
  texts: { resolution: string; submit: string };
}

/** An admin's word that ends a dispute. */
export function ResolveForm({ disputeId, action, texts }: ResolveFormProps) {
  return (
    <ActionForm action={action} hidden={{ disputeId }} fields={["resolution"]}>
      {({ errors, values }) => (
        <>
          <TextAreaField
            name="resolution"
            id={`resolution-${disputeId}`}
            label={texts.resolution}
            defaultValue={values.resolution}
            error={errors.resolution}
          />
          <SubmitButton size="small" className="justify-self-start">
            {texts.submit}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
