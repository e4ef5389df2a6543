import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { QuoteBadge } from "#components/quote/quote-badge.tsx";
import { Thumb } from "#components/quote/thumb.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { listQuotes } from "#lib/quotes/list-quotes.ts";
import type { QuoteSummary } from "#lib/quotes/types.ts";
import { signedInContext } from "../access.ts";

interface QuotesPageProps {
  searchParams: Promise<{ cursor?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("quote");
  return { title: t("title"), description: t("description") };
}

/** Every quote of the person, asked for or asked of them. */
export default async function QuotesPage({ searchParams }: QuotesPageProps) {
  const ctx = await signedInContext("/quotes");
  const { cursor } = await searchParams;
  const [t, quotes] = await Promise.all([
    getTranslations("quote.list"),
    listQuotes(ctx, { limit: 20, ...(cursor && { cursor }) }),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-4xl gap-8 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("title")}</h1>
      {quotes.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} picture={<Mark className="size-14" />}>
          <ButtonLink href="/designs">{t("designs")}</ButtonLink>
        </EmptyState>
      ) : (
        <ul className="grid divide-y divide-line rounded-card border border-line bg-surface">
          {quotes.items.map((quote) => (
            <QuoteRow key={quote.id} quote={quote} />
          ))}
        </ul>
      )}
      {quotes.nextCursor && (
        <ButtonLink
          href={`/quotes?cursor=${encodeURIComponent(quotes.nextCursor)}`}
          look="secondary"
          className="justify-self-center"
        >
          {t("more")}
        </ButtonLink>
      )}
    </main>
  );
}

async function QuoteRow({ quote }: { quote: QuoteSummary }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("quote.list"),
    getFormatter(),
    getLocale(),
  ]);
  const { atelier, totalMinor, currency, activeAt } = quote;
  return (
    <li>
      <Link
        href={`/quotes/${quote.id}`}
        className="flex items-center gap-4 px-4 py-3 hover:bg-hover"
      >
        <Thumb url={quote.pictureUrl} />
        <span className="grid min-w-0 flex-1 text-sm">
          <span className="truncate font-medium">{quote.title}</span>
          <span className="truncate text-muted">
            {quote.side === "atelier"
              ? t("forYou")
              : t("withAtelier", { name: atelier.name, place: atelier.place })}
          </span>
        </span>
        <span className="hidden text-right text-sm tabular-nums sm:block">
          {totalMinor === null ? (
            <span className="text-muted">{t("noOffer")}</span>
          ) : (
            formatMoney(totalMinor, currency, locale)
          )}
        </span>
        <QuoteBadge status={quote.status} />
        <time
          dateTime={activeAt.toISOString()}
          className="hidden w-24 text-right text-xs text-muted sm:block"
        >
          {format.dateTime(activeAt, { dateStyle: "medium" })}
        </time>
      </Link>
    </li>
  );
}
