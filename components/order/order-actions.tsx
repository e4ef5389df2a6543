"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Button, type ButtonLook } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { OrderAction } from "#lib/orders/machine.ts";

export interface OrderFormActions {
  confirm: FormAction;
  ship: FormAction;
  deliver: FormAction;
  review: FormAction;
  cancel: FormAction;
  pay: FormAction;
  paid: FormAction;
  dispute: FormAction;
}

export interface OrderActionsProps {
  orderId: string;
  can: readonly OrderAction[];
  actions: OrderFormActions;
  /** All pieces together, g. */
  estimatedMassG: number | null;
  canDispute: boolean;
}

/** What the reader may do with the order now. */
export function OrderActions({
  orderId,
  can,
  actions,
  estimatedMassG,
  canDispute,
}: OrderActionsProps) {
  const t = useTranslations("order.act");
  const [asking, setAsking] = useState<"cancel" | "dispute" | null>(null);
  const close = () => setAsking(null);
  const hidden = { orderId };
  return (
    <div className="grid gap-5">
      {can.includes("confirm") ? (
        <OneButton action={actions.confirm} hidden={hidden} text={t("confirm")} />
      ) : null}
      {can.includes("ship") ? (
        <ShipForm action={actions.ship} hidden={hidden} estimatedMassG={estimatedMassG} />
      ) : null}
      {can.includes("deliver") ? (
        <OneButton action={actions.deliver} hidden={hidden} text={t("deliver")} />
      ) : null}
      {can.includes("review") ? <ReviewForm action={actions.review} hidden={hidden} /> : null}
      <div className="flex flex-wrap gap-3">
        {can.includes("cancel") ? (
          <Button look="quiet" size="small" onClick={() => setAsking("cancel")}>
            {t("cancel")}
          </Button>
        ) : null}
        {canDispute ? (
          <Button look="quiet" size="small" onClick={() => setAsking("dispute")}>
            {t("dispute")}
          </Button>
        ) : null}
      </div>
      <Dialog
        open={asking === "cancel"}
        onClose={close}
        title={t("cancelTitle")}
        closeLabel={t("close")}
      >
        <TextDialog
          action={actions.cancel}
          hidden={hidden}
          name="reason"
          about="cancel"
          onDone={close}
        />
      </Dialog>
      <Dialog
        open={asking === "dispute"}
        onClose={close}
        title={t("disputeTitle")}
        closeLabel={t("close")}
      >
        <TextDialog
          action={actions.dispute}
          hidden={hidden}
          name="text"
          about="dispute"
          onDone={close}
        />
      </Dialog>
    </div>
  );
}

interface FormProps {
  action: FormAction;
  hidden: Record<string, string>;
}

export interface OneButtonProps extends FormProps {
  text: string;
  look?: ButtonLook;
}

/** An action that takes nothing but a press. */
export function OneButton({ action, hidden, text, look = "primary" }: OneButtonProps) {
  return (
    <ActionForm action={action} hidden={hidden} label={text}>
      {() => (
        <SubmitButton look={look} className="justify-self-start">
          {text}
        </SubmitButton>
      )}
    </ActionForm>
  );
}

interface TextDialogProps extends FormProps {
  name: string;
  about: "cancel" | "dispute";
  onDone: () => void;
}

function TextDialog({ action, hidden, name, about, onDone }: TextDialogProps) {
  const t = useTranslations("order.act");
  return (
    <ActionForm action={action} hidden={hidden} fields={[name]} onDone={onDone}>
      {({ errors, values }) => (
        <>
          <TextAreaField
            name={name}
            id={`${about}-${name}`}
            label={t(`${about}Text`)}
            hint={t(`${about}Hint`)}
            defaultValue={values[name]}
            error={errors[name]}
          />
          <SubmitButton look="danger">{t(`${about}Yes`)}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function ShipForm({
  action,
  hidden,
  estimatedMassG,
}: FormProps & { estimatedMassG: number | null }) {
  const t = useTranslations("order.ship");
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      fields={["carrier", "tracking", "trackingUrl", "measuredMassG"]}
      label={t("title")}
      className="rounded-control border border-line p-4"
    >
      {({ errors, values }) => {
        const field = (name: string) => ({
          ...{ name, id: `ship-${name}`, label: t(name) },
          ...{ defaultValue: values[name], error: errors[name] },
        });
        return (
          <>
            <h3 className="text-sm font-semibold">{t("title")}</h3>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField {...field("carrier")} hint={t("carrierHint")} />
              <TextField {...field("tracking")} />
              <TextField {...field("trackingUrl")} type="url" placeholder="https://" />
              <TextField
                {...field("measuredMassG")}
                inputMode="decimal"
                hint={
                  estimatedMassG === null
                    ? t("measuredHint")
                    : t("estimated", { grams: estimatedMassG })
                }
              />
            </div>
            <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
          </>
        );
      }}
    </ActionForm>
  );
}

const STARS = [1, 2, 3, 4, 5] as const;

function ReviewForm({ action, hidden }: FormProps) {
  const t = useTranslations("order.review");
  return (
    <ActionForm action={action} hidden={hidden} fields={["rating", "text"]} label={t("title")}>
      {({ errors, values }) => (
        <>
          <fieldset className="grid gap-2">
            <legend className="mb-2 text-sm font-medium">{t("rating")}</legend>
            <div className="flex flex-wrap gap-2">
              {STARS.map((stars) => (
                <label
                  key={stars}
                  className="flex cursor-pointer items-center gap-1.5 rounded-control border border-line-strong px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft"
                >
                  <input
                    type="radio"
                    name="rating"
                    value={stars}
                    defaultChecked={values.rating === String(stars)}
                    className="accent-accent"
                  />
                  {t("stars", { count: stars })}
                </label>
              ))}
            </div>
            {errors.rating ? <p className="text-sm text-bad">{errors.rating}</p> : null}
          </fieldset>
          <TextAreaField
            name="text"
            id="review-text"
            label={t("text")}
            defaultValue={values.text}
            error={errors.text}
          />
          <SubmitButton className="justify-self-start">{t("submit")}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
