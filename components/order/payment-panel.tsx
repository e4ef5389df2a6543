"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#components/design/format.ts";
import { ActionForm, type FormAction } from "#components/ui/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { OrderView } from "#lib/orders/types.ts";
import { OneButton } from "./order-actions.tsx";

export interface PaymentPanelProps {
  order: Pick<
    OrderView,
    "id" | "side" | "status" | "isPaid" | "payments" | "currency" | "totalMinor"
  >;
  /** Whether a payment service takes money here. */
  hasService: boolean;
  actions: { pay: FormAction; paid: FormAction };
}

/** What is to be paid, and how. */
export function PaymentPanel({ order, hasService, actions }: PaymentPanelProps) {
  const t = useTranslations("order.payment");
  const locale = useLocale();
  const format = useFormatter();
  const paid = order.payments.find(({ status }) => status === "paid");
  const isOpen = !order.isPaid && order.status !== "cancelled";
  const hidden = { orderId: order.id };
  return (
    <Card aria-labelledby="payment" className="grid gap-4">
      <div className="flex items-center justify-between gap-3">
        <CardTitle id="payment">{t("title")}</CardTitle>
        <Badge tone={paid ? "good" : "plain"}>{paid ? t("paid") : t("open")}</Badge>
      </div>
      <p className="text-2xl font-semibold tabular-nums">
        {formatMoney(order.totalMinor, order.currency, locale)}
      </p>
      {paid?.settledAt ? (
        <p className="text-sm text-muted">
          {t("paidOn", { date: format.dateTime(paid.settledAt, { dateStyle: "medium" }) })}
        </p>
      ) : null}
      {isOpen && order.side === "customer" ? (
        <>
          {hasService ? <OneButton action={actions.pay} hidden={hidden} text={t("pay")} /> : null}
          <p className="text-sm text-muted">{hasService ? t("orDirect") : t("direct")}</p>
        </>
      ) : null}
      {isOpen && order.side === "atelier" ? (
        <ActionForm action={actions.paid} hidden={hidden} fields={["note"]} label={t("record")}>
          {({ errors, values }) => (
            <>
              <TextField
                name="note"
                id="paid-note"
                label={t("how")}
                defaultValue={values.note}
                error={errors.note}
              />
              <SubmitButton look="secondary" className="justify-self-start">
                {t("record")}
              </SubmitButton>
            </>
          )}
        </ActionForm>
      ) : null}
    </Card>
  );
}
