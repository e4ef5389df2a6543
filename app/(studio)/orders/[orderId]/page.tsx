import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { DisputeList } from "#components/order/dispute-list.tsx";
import { MilestoneForm } from "#components/order/milestone-form.tsx";
import { Milestones } from "#components/order/milestones.tsx";
import { OrderActions } from "#components/order/order-actions.tsx";
import { OrderBadge } from "#components/order/order-badge.tsx";
import { PaymentPanel } from "#components/order/payment-panel.tsx";
import { ShipmentCard } from "#components/order/shipment-card.tsx";
import { Stages } from "#components/order/stages.tsx";
import { ContactCard } from "#components/quote/contact-card.tsx";
import { ProofCard } from "#components/quote/proof-card.tsx";
import { OfferLines } from "#components/quote/timeline.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { ButtonLink, buttonClass } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { KeepFresh } from "#components/ui/keep-fresh.tsx";
import { markRead } from "#lib/notices/mark-read.ts";
import { MILESTONE_STAGES } from "#lib/orders/add-milestone.ts";
import { getOrder } from "#lib/orders/get-order.ts";
import type { OrderView } from "#lib/orders/types.ts";
import { findContact } from "#lib/quotes/find-contact.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import {
  cancelOrderAction,
  confirmOrderAction,
  deliverOrderAction,
  openDisputeAction,
  payOrderAction,
  recordPaymentAction,
  reviewOrderAction,
  shipOrderAction,
} from "../actions.ts";

interface OrderPageProps {
  params: Promise<{ orderId: string }>;
}

const ACTIONS = {
  confirm: confirmOrderAction,
  ship: shipOrderAction,
  deliver: deliverOrderAction,
  review: reviewOrderAction,
  cancel: cancelOrderAction,
  pay: payOrderAction,
  paid: recordPaymentAction,
  dispute: openDisputeAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("order");
  return { title: t("title"), description: t("description") };
}

/** One order: its stages, the work, hand-over, payment, and what to do next. */
export default async function OrderPage({ params }: OrderPageProps) {
  const { orderId } = await params;
  const ctx = await signedInContext(`/orders/${orderId}`);
  const order = await orNotFound(getOrder(ctx, orderId));
  await markRead(ctx, { link: `/orders/${orderId}` });
  const [{ order: texts, quote }, contact, t] = await Promise.all([
    getMessages(),
    findContact(ctx, order.quoteId),
    getTranslations("order.page"),
  ]);
  const hasService = ctx.adapters.payments.name !== "direct";
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <KeepFresh />
      <OrderHead order={order} />
      {order.status === "cancelled" ? (
        <Notice tone="bad">{t("cancelled", { reason: order.cancelReason ?? "" })}</Notice>
      ) : (
        <Stages order={order} />
      )}
      <NextIntlClientProvider messages={{ order: texts, quote }}>
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid gap-6">
            <NextStep order={order} />
            {order.proof.note ? <Wish note={order.proof.note} /> : null}
            <DisputeList disputes={order.disputes} />
            <Work order={order} />
            {order.shipment ? <ShipmentCard order={order} /> : null}
            {order.review ? <ReviewCard review={order.review} /> : null}
          </div>
          <div className="grid gap-6">
            <PaymentPanel order={order} hasService={hasService} actions={ACTIONS} />
            <Card aria-labelledby="price" className="grid gap-3">
              <CardTitle id="price">{t("price")}</CardTitle>
              <OfferLines offer={order} />
            </Card>
            {contact ? <ContactCard contact={contact} about="order" /> : null}
            <ProofCard proof={order.proof} />
          </div>
        </div>
      </NextIntlClientProvider>
    </main>
  );
}

async function OrderHead({ order }: { order: OrderView }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("order"),
    getFormatter(),
    getLocale(),
  ]);
  const { side, atelier, quantity, readyOn, neededBy, country } = order;
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: "medium" });
  const facts = [
    side === "customer"
      ? t("page.with", { name: atelier.name, place: atelier.place })
      : t("page.customer"),
    t("page.pieces", { count: quantity }),
    ...(country ? [t("page.to", { country: countryName(country, locale) })] : []),
    ...(readyOn ? [t("page.readyOn", { date: day(readyOn) })] : []),
    ...(neededBy ? [t("page.neededBy", { date: day(neededBy) })] : []),
  ];
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-semibold">{order.title}</h1>
        <OrderBadge status={order.status} />
      </div>
      <p className="text-muted">{facts.join(" · ")}</p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/quotes/${order.quoteId}`} look="secondary" size="small">
          {t("toQuote")}
        </ButtonLink>
        <Link
          href={`/api/v1/orders/${order.id}/sheet.pdf`}
          prefetch={false}
          className={buttonClass({ look: "secondary", size: "small" })}
        >
          {t("sheet")}
        </Link>
      </div>
    </header>
  );
}

async function NextStep({ order }: { order: OrderView }) {
  const t = await getTranslations("order.page");
  const canDispute =
    order.status !== "cancelled" && order.disputes.every(({ status }) => status === "resolved");
  return (
    <Card aria-labelledby="next" className="grid gap-4">
      <CardTitle id="next">{t("next")}</CardTitle>
      {order.actions.length === 0 ? <p className="text-sm text-muted">{t("nothing")}</p> : null}
      {order.actions.includes("milestone") ? (
        <MilestoneForm orderId={order.id} stages={MILESTONE_STAGES} />
      ) : null}
      <OrderActions
        orderId={order.id}
        can={order.actions}
        actions={ACTIONS}
        estimatedMassG={order.estimatedMassG}
        canDispute={canDispute}
      />
    </Card>
  );
}

/** What the customer asked for in their own words, locked with the piece. */
async function Wish({ note }: { note: string }) {
  const t = await getTranslations("order.page");
  return (
    <Card aria-labelledby="wish" className="grid gap-2">
      <CardTitle id="wish">{t("wish")}</CardTitle>
      <p className="whitespace-pre-wrap text-sm">{note}</p>
    </Card>
  );
}

async function Work({ order }: { order: OrderView }) {
  const t = await getTranslations("order.page");
  return (
    <Card aria-labelledby="work" className="grid gap-4">
      <CardTitle id="work">{t("work")}</CardTitle>
      <Milestones milestones={order.milestones} />
    </Card>
  );
}

async function ReviewCard({ review }: { review: NonNullable<OrderView["review"]> }) {
  const t = await getTranslations("order.page");
  return (
    <Card aria-labelledby="review" className="grid gap-2">
      <CardTitle id="review">{t("review")}</CardTitle>
      <p className="font-medium">
        <span aria-hidden className="mr-2 text-accent">
          {"★".repeat(review.rating)}
          <span className="text-line-strong">{"★".repeat(5 - review.rating)}</span>
        </span>
        {t("stars", { rating: review.rating })}
      </p>
      {review.text ? <p className="whitespace-pre-wrap text-sm">{review.text}</p> : null}
    </Card>
  );
}
