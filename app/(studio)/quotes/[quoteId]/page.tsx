import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getLocale, getMessages, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { AnswerForm } from "#components/quote/answer-form.tsx";
import { ContactCard } from "#components/quote/contact-card.tsx";
import { DecidePanel } from "#components/quote/decide-panel.tsx";
import { MessageForm } from "#components/quote/message-form.tsx";
import { ProofCard } from "#components/quote/proof-card.tsx";
import { QuoteBadge } from "#components/quote/quote-badge.tsx";
import { Timeline } from "#components/quote/timeline.tsx";
import { ButtonLink, buttonClass } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { KeepFresh } from "#components/ui/keep-fresh.tsx";
import type { Ctx } from "#lib/context.ts";
import { markRead } from "#lib/notices/mark-read.ts";
import { findContact } from "#lib/quotes/find-contact.ts";
import { getQuote } from "#lib/quotes/get-quote.ts";
import { suggestOffer } from "#lib/quotes/suggest-offer.ts";
import type { QuoteView } from "#lib/quotes/types.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import {
  acceptQuoteAction,
  answerQuoteAction,
  counterQuoteAction,
  declineQuoteAction,
} from "../actions.ts";

interface QuotePageProps {
  params: Promise<{ quoteId: string }>;
}

const DECIDE = {
  accept: acceptQuoteAction,
  counter: counterQuoteAction,
  decline: declineQuoteAction,
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quote");
  return { title: t("title"), description: t("description") };
}

/** One talk: the locked piece, what was said and offered, and what to do next. */
export default async function QuotePage({ params }: QuotePageProps) {
  const { quoteId } = await params;
  const ctx = await signedInContext(`/quotes/${quoteId}`);
  const quote = await orNotFound(getQuote(ctx, quoteId));
  await markRead(ctx, { link: `/quotes/${quoteId}` });
  const [{ quote: texts }, contact] = await Promise.all([getMessages(), findContact(ctx, quoteId)]);
  const hasEnded = quote.status === "declined" || quote.status === "expired";
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <KeepFresh />
      <QuoteHead quote={quote} />
      <NextIntlClientProvider messages={{ quote: texts }}>
        <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid gap-8">
            <Timeline quote={quote} />
            <Move ctx={ctx} quote={quote} />
            {hasEnded ? null : <MessageForm quoteId={quote.id} />}
          </div>
          <div className="grid gap-6">
            {contact ? <ContactCard contact={contact} about="quote" /> : null}
            <ProofCard proof={quote.proof} />
          </div>
        </div>
      </NextIntlClientProvider>
    </main>
  );
}

async function QuoteHead({ quote }: { quote: QuoteView }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("quote"),
    getFormatter(),
    getLocale(),
  ]);
  const { atelier, quantity, budgetMinor, budgetCurrency, neededBy, country, expiresAt } = quote;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const facts = [
    t("page.asked", { count: quantity }),
    ...(budgetMinor === null
      ? []
      : [t("page.budget", { sum: formatMoney(budgetMinor, budgetCurrency, locale) })]),
    ...(neededBy ? [t("page.neededBy", { date: day(new Date(neededBy)) })] : []),
    ...(country ? [t("page.to", { country: countryName(country, locale) })] : []),
    ...(quote.actions.length > 0 ? [t("page.until", { date: day(expiresAt) })] : []),
  ];
  return (
    <header className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-semibold">{quote.title}</h1>
        <QuoteBadge status={quote.status} />
      </div>
      <p className="text-muted">
        {quote.side === "customer"
          ? t("page.with", { name: atelier.name, place: atelier.place })
          : t("customer")}
        {" · "}
        {facts.join(" · ")}
      </p>
      {quote.proof.note ? (
        <p className="max-w-3xl whitespace-pre-wrap text-sm">
          <span className="font-medium">{t("page.note")}:</span> {quote.proof.note}
        </p>
      ) : null}
      {quote.endedReason ? (
        <p className="text-sm">{t("page.ended", { reason: quote.endedReason })}</p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {quote.orderId ? (
          <ButtonLink href={`/orders/${quote.orderId}`} size="small">
            {t("toOrder")}
          </ButtonLink>
        ) : null}
        <Link
          href={`/api/v1/quotes/${quote.id}/sheet.pdf`}
          prefetch={false}
          className={buttonClass({ look: "secondary", size: "small" })}
        >
          {t("sheet")}
        </Link>
      </div>
    </header>
  );
}

/** What the reader can do now, whom they wait for, or what comes next. */
async function Move({ ctx, quote }: { ctx: Ctx; quote: QuoteView }) {
  if (quote.status === "accepted") return <NextStep quote={quote} />;
  if (quote.actions.length === 0) return null;
  if (quote.actions.includes("answer")) return <Offering ctx={ctx} quote={quote} />;
  const t = await getTranslations("quote");
  const isTheirs = quote.actions.includes("accept");
  return (
    <Card aria-labelledby="move" className="grid gap-4">
      <CardTitle id="move">{t(isTheirs ? "page.decide" : "page.waiting")}</CardTitle>
      {isTheirs ? null : (
        <p className="text-sm text-muted">
          {t(quote.status === "asked" ? "page.waitAtelier" : "page.waitCounter")}
        </p>
      )}
      <Decide quote={quote} />
    </Card>
  );
}

function Decide({ quote }: { quote: QuoteView }) {
  return (
    <DecidePanel
      quoteId={quote.id}
      offer={quote.offer}
      side={quote.side}
      revision={quote.proof.revision}
      currency={quote.currency}
      totalMinor={quote.totalMinor}
      can={quote.actions}
      actions={DECIDE}
    />
  );
}

/** The atelier's side of an open talk: a counter-offer to decide on, an offer to make or to make anew. */
async function Offering({ ctx, quote }: { ctx: Ctx; quote: QuoteView }) {
  const [t, suggested] = await Promise.all([getTranslations("quote"), suggestOffer(ctx, quote.id)]);
  const form = (
    <AnswerForm
      key={quote.offer}
      quoteId={quote.id}
      offer={quote.offer}
      currency={quote.currency}
      suggested={suggested}
      action={answerQuoteAction}
    />
  );
  if (quote.status === "asked") {
    return (
      <Card aria-labelledby="move" className="grid gap-5">
        <CardTitle id="move">{t("answer.title")}</CardTitle>
        {suggested.from === "rates" ? (
          <p className="text-sm text-muted">{t("answer.suggested")}</p>
        ) : null}
        {form}
        <div className="border-t border-line pt-4">
          <Decide quote={quote} />
        </div>
      </Card>
    );
  }
  const isTheirs = quote.status === "countered";
  return (
    <Card aria-labelledby="move" className="grid gap-4">
      <CardTitle id="move">{t(isTheirs ? "page.decide" : "page.waiting")}</CardTitle>
      {isTheirs ? null : <p className="text-sm text-muted">{t("page.waitCustomer")}</p>}
      <Decide quote={quote} />
      <details className="border-t border-line pt-4">
        <summary className="cursor-pointer text-sm font-medium text-accent">
          {t("answer.again")}
        </summary>
        <div className="pt-4">{form}</div>
      </details>
    </Card>
  );
}

/** After the handshake everything happens on the order's page. */
async function NextStep({ quote }: { quote: QuoteView }) {
  const t = await getTranslations("quote");
  return (
    <Card aria-labelledby="move" className="grid gap-3">
      <CardTitle id="move">{t("page.accepted")}</CardTitle>
      <p className="text-sm text-muted">
        {t(quote.side === "customer" ? "page.nextCustomer" : "page.nextAtelier")}
      </p>
      {quote.orderId ? (
        <ButtonLink href={`/orders/${quote.orderId}`} className="justify-self-start">
          {t("toOrder")}
        </ButtonLink>
      ) : null}
    </Card>
  );
}
