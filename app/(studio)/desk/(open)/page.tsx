import type { Metadata } from "next";
import Link from "next/link";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import { QuoteBadge } from "#components/quote/quote-badge.tsx";
import { Thumb } from "#components/quote/thumb.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listQuotes } from "#lib/quotes/list-quotes.ts";
import type { QuoteSummary } from "#lib/quotes/types.ts";
import { signedInContext } from "../../access.ts";

const MOST_SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk");
  return { title: t("title"), description: t("description") };
}

/** Requests that wait for the atelier's answer, and offers that wait for the customer's. */
export default async function DeskPage() {
  const ctx = await signedInContext("/desk");
  const [t, open] = await Promise.all([
    getTranslations("desk.requests"),
    listQuotes(ctx, {
      as: "atelier",
      status: ["asked", "countered", "answered"],
      limit: MOST_SHOWN,
    }),
  ]);
  const live = open.items.filter(({ status }) => status !== "expired");
  if (live.length === 0) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {live.map((quote) => (
        <RequestCard key={quote.id} quote={quote} />
      ))}
    </ul>
  );
}

async function RequestCard({ quote }: { quote: QuoteSummary }) {
  const [t, format, locale] = await Promise.all([
    getTranslations("desk.requests"),
    getFormatter(),
    getLocale(),
  ]);
  const { quantity, budgetMinor, budgetCurrency, neededBy, expiresAt } = quote;
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  const facts = [
    t("pieces", { count: quantity }),
    ...(budgetMinor === null
      ? []
      : [t("budget", { sum: formatMoney(budgetMinor, budgetCurrency, locale) })]),
    ...(neededBy ? [t("neededBy", { date: day(new Date(neededBy)) })] : []),
    t("until", { date: day(expiresAt) }),
  ];
  return (
    <li>
      <Link
        href={`/quotes/${quote.id}`}
        className="flex h-full gap-4 rounded-card border border-line bg-surface p-4 shadow-card hover:bg-hover"
      >
        <Thumb url={quote.pictureUrl} />
        <span className="grid min-w-0 flex-1 content-start gap-1.5 text-sm">
          <span className="flex items-start justify-between gap-2">
            <span className="font-medium">{quote.title}</span>
            <QuoteBadge status={quote.status} />
          </span>
          <span className="text-muted">{facts.join(" · ")}</span>
        </span>
      </Link>
    </li>
  );
}
