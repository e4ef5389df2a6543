"use client";

import { useActionState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { Select } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { addMemberAction } from "./actions.ts";

const FIELDS = ["email", "role"];

export interface MemberFormProps {
  workspaceId: string;
  roles: { id: string; label: string }[];
  texts: { email: string; role: string; submit: string; added: string };
}

export function MemberForm({ workspaceId, roles, texts }: MemberFormProps) {
  const [result, action] = useActionState(addMemberAction, null);
  const { errors, values } = lastTry(result);
  return (
    <form action={action} className="flex flex-col gap-5" noValidate>
      <FormProblem result={result} fields={FIELDS} />
      {result?.ok ? <Notice tone="good">{texts.added}</Notice> : null}
      <input type="hidden" name="workspaceId" value={workspaceId} />
      <div className="grid gap-5 sm:grid-cols-[1fr_11rem]">
        <TextField
          name="email"
          id="member-email"
          type="email"
          autoComplete="off"
          label={texts.email}
          defaultValue={values.email}
          error={errors.email}
        />
        <Field id="member-role" label={texts.role} error={errors.role}>
          {(control) => (
            <Select name="role" defaultValue="viewer" {...control}>
              {roles.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <SubmitButton look="secondary" className="self-start">
        {texts.submit}
      </SubmitButton>
    </form>
  );
}
