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
import { suggestLines } from "#lib/quotes/suggest-lines.ts";
import type { QuoteView } from "#lib/quotes/types.ts";
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
    ...(country ? [t("page.to", { country })] : []),
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

/** What the reader can do now, or whom they wait for. */
async function Move({ ctx, quote }: { ctx: Ctx; quote: QuoteView }) {
  const t = await getTranslations("quote");
  if (quote.actions.length === 0) return null;
  const decide = (
    <DecidePanel
      quoteId={quote.id}
      offer={quote.offer}
      revision={quote.proof.revision}
      currency={quote.currency}
      totalMinor={quote.totalMinor}
      can={quote.actions}
      actions={DECIDE}
    />
  );
  if (!quote.actions.includes("answer")) {
    const waits = quote.status === "asked" ? "page.waitAtelier" : "page.waitCounter";
    return (
      <Card aria-labelledby="move" className="grid gap-4">
        <CardTitle id="move">{t("page.decide")}</CardTitle>
        {quote.actions.includes("accept") ? null : <p className="text-sm text-muted">{t(waits)}</p>}
        {decide}
      </Card>
    );
  }
  const suggested = quote.offers.length === 0 ? await suggestLines(ctx, quote.id) : [];
  return (
    <Card aria-labelledby="move" className="grid gap-5">
      <CardTitle id="move">{t(quote.offer > 0 ? "answer.again" : "answer.title")}</CardTitle>
      {suggested.length > 0 ? <p className="text-sm text-muted">{t("answer.suggested")}</p> : null}
      <AnswerForm
        key={quote.offer}
        quoteId={quote.id}
        offer={quote.offer}
        currency={quote.currency}
        suggested={suggested}
        action={answerQuoteAction}
      />
      <div className="border-t border-line pt-4">{decide}</div>
    </Card>
  );
}
