"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { formatMoney } from "#components/design/format.ts";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import type { QuoteAction, Side } from "#lib/quotes/machine.ts";

export interface DecideActions {
  accept: FormAction;
  counter: FormAction;
  decline: FormAction;
}

export interface DecidePanelProps {
  quoteId: string;
  offer: number;
  side: Side;
  /** The locked revision, which can be named to have it made although the design has changed. */
  revision: number;
  currency: string;
  totalMinor: number | null;
  can: readonly QuoteAction[];
  actions: DecideActions;
}

type Asking = "counter" | "decline" | null;

/** What can be done with the offer on the table. */
export function DecidePanel(props: DecidePanelProps) {
  const { can, currency, totalMinor, actions } = props;
  const t = useTranslations("quote.decide");
  const ends = endingWords(props);
  const locale = useLocale();
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <div className="grid gap-3">
      {can.includes("accept") && totalMinor !== null ? (
        <AcceptForm
          {...props}
          text={t("accept", { sum: formatMoney(totalMinor, currency, locale) })}
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {can.includes("counter") ? (
          <Button look="secondary" onClick={() => setAsking("counter")}>
            {t("counter")}
          </Button>
        ) : null}
        {can.includes("decline") ? (
          <Button look="quiet" onClick={() => setAsking("decline")}>
            {t(ends.button)}
          </Button>
        ) : null}
      </div>
      <Dialog
        open={asking === "counter"}
        onClose={close}
        title={t("counterTitle")}
        closeLabel={t("close")}
      >
        <CounterForm {...props} action={actions.counter} onDone={close} />
      </Dialog>
      <Dialog
        open={asking === "decline"}
        onClose={close}
        title={t(ends.title)}
        closeLabel={t("close")}
      >
        <DeclineForm {...props} text={t(ends.yes)} action={actions.decline} onDone={close} />
      </Dialog>
    </div>
  );
}

/** Before an offer is there a customer takes the question back; afterwards they say no to something. */
const endingWords = ({ side, offer }: DecidePanelProps) =>
  side === "customer" && offer === 0
    ? ({ button: "withdraw", title: "withdrawTitle", yes: "withdrawYes" } as const)
    : ({ button: "decline", title: "declineTitle", yes: "declineYes" } as const);

function AcceptForm({
  quoteId,
  offer,
  revision,
  actions,
  text,
}: DecidePanelProps & { text: string }) {
  const t = useTranslations("quote.decide");
  return (
    <ActionForm
      action={actions.accept}
      hidden={{ quoteId, offer: String(offer) }}
      label={t("acceptLabel")}
    >
      {({ errors }) => (
        <>
          {errors.revision ? (
            <label className="flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                name="revision"
                value={revision}
                className="size-4 accent-accent"
              />
              {t("asLocked", { number: revision })}
            </label>
          ) : null}
          <SubmitButton className="justify-self-start">{text}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

type OneFormProps = Pick<DecidePanelProps, "quoteId" | "offer" | "currency"> & {
  action: FormAction;
  onDone: () => void;
};

function CounterForm({ quoteId, offer, currency, action, onDone }: OneFormProps) {
  const t = useTranslations("quote.decide");
  const hidden = { quoteId, offer: String(offer), currency };
  return (
    <ActionForm
      action={action}
      hidden={hidden}
      fields={["total", "readyOn", "note"]}
      onDone={onDone}
    >
      {({ errors, values }) => (
        <>
          <TextField
            name="total"
            inputMode="decimal"
            label={t("sum", { currency })}
            defaultValue={values.total}
            error={errors.total}
          />
          <TextField
            name="readyOn"
            id="counter-ready"
            type="date"
            label={t("readyOn")}
            defaultValue={values.readyOn}
            error={errors.readyOn}
          />
          <TextAreaField
            name="note"
            label={t("note")}
            defaultValue={values.note}
            error={errors.note}
          />
          <SubmitButton>{t("sendCounter")}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

function DeclineForm({ quoteId, text, action, onDone }: OneFormProps & { text: string }) {
  const t = useTranslations("quote.decide");
  return (
    <ActionForm action={action} hidden={{ quoteId }} fields={["reason"]} onDone={onDone}>
      {({ errors, values }) => (
        <>
          <TextAreaField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            defaultValue={values.reason}
            error={errors.reason}
          />
          <SubmitButton look="danger">{text}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
