"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { TextField } from "#components/ui/form-fields.tsx";
import { FormProblem, lastTry } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";

type Decision = "approve" | "refuse" | "suspend" | "restore";
type Status = "pending" | "approved" | "refused" | "suspended";

/** What an admin may do in each state; those with a reason first. */
const CHOICES: Record<Status, readonly Decision[]> = {
  pending: ["approve", "refuse"],
  approved: ["suspend"],
  refused: ["approve"],
  suspended: ["restore"],
};
const WITH_REASON: readonly Status[] = ["pending", "approved"];

interface DecisionFormProps {
  atelierId: string;
  status: Status;
  featured: boolean;
  onDecide: (
    previous: ActionResult<unknown> | null,
    form: FormData,
  ) => Promise<ActionResult<unknown>>;
  onFeature: (
    previous: ActionResult<unknown> | null,
    form: FormData,
  ) => Promise<ActionResult<unknown>>;
}

/** Approves, refuses, suspends, restores or features one atelier. */
export function DecisionForm(props: DecisionFormProps) {
  const { atelierId, status, onDecide } = props;
  const t = useTranslations("atelier.admin");
  const [result, decide] = useActionState(onDecide, null);
  const { errors, values } = lastTry(result);
  return (
    <div className="grid gap-3">
      <form action={decide} className="grid gap-3" noValidate>
        <FormProblem result={result} fields={["reason"]} />
        <input type="hidden" name="atelierId" value={atelierId} />
        {WITH_REASON.includes(status) ? (
          <TextField
            name="reason"
            id={`reason-${atelierId}`}
            label={t("reason")}
            defaultValue={values.reason}
            error={errors.reason}
          />
        ) : null}
        <div className="flex flex-wrap gap-2">
          {CHOICES[status].map((decision) => (
            <SubmitButton
              key={decision}
              name="decision"
              value={decision}
              size="small"
              look={decision === "approve" || decision === "restore" ? "primary" : "danger"}
            >
              {t(decision)}
            </SubmitButton>
          ))}
        </div>
      </form>
      {status === "approved" ? <FeatureForm {...props} /> : null}
    </div>
  );
}

function FeatureForm({ atelierId, featured, onFeature }: DecisionFormProps) {
  const t = useTranslations("atelier.admin");
  const [result, feature] = useActionState(onFeature, null);
  return (
    <form action={feature}>
      <FormProblem result={result} fields={[]} />
      <input type="hidden" name="atelierId" value={atelierId} />
      <input type="hidden" name="featured" value={String(!featured)} />
      <SubmitButton size="small" look="secondary">
        {featured ? t("unfeature") : t("feature")}
      </SubmitButton>
    </form>
  );
}
