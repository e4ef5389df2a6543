import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AtelierMap, type MapPlace } from "#components/atelier/atelier-map.tsx";
import { ExcludedList } from "#components/atelier/excluded-list.tsx";
import { FeatureSummary } from "#components/atelier/feature-summary.tsx";
import { MatchCard, type Reader } from "#components/atelier/match-card.tsx";
import { MatchFilters, type MatchQuery } from "#components/atelier/match-filters.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { getProfile } from "#lib/accounts/get-profile.ts";
import { listAteliers } from "#lib/ateliers/list-ateliers.ts";
import { type MatchAnswer, matchAteliers } from "#lib/ateliers/match-ateliers.ts";
import { currentRates } from "#lib/catalog/rates.ts";
import type { Ctx } from "#lib/context.ts";
import { getDesign } from "#lib/designs/get-design.ts";
import { matchSaid } from "#lib/kinds/tongues/sentences/match-said.ts";
import { isCurrency } from "#lib/shared/exchange.ts";
import { orNotFound, signedInContext } from "../../../access.ts";
import { readQuery } from "./read-query.ts";

interface MakePageProps {
  params: Promise<{ designId: string }>;
  searchParams: Promise<MatchQuery & { limit?: string }>;
}

const PAGE = 12;
const MOST = 96;

export async function generateMetadata({ params }: MakePageProps): Promise<Metadata> {
  const { designId } = await params;
  const ctx = await signedInContext(`/designs/${designId}/make`);
  const { title } = await orNotFound(getDesign(ctx, { designId }));
  const t = await getTranslations("atelier.make");
  return { title: `${t("title")}: ${title}`, description: t("description", { title }) };
}

/** Who can make a design: a list and a map, with filters, and the way to ask them. */
export default async function MakePage({ params, searchParams }: MakePageProps) {
  const [{ designId }, { limit: wanted, ...query }] = await Promise.all([params, searchParams]);
  const path = `/designs/${designId}/make`;
  const ctx = await signedInContext(path);
  const reader = await readerOf(ctx);
  const { input, errors } = readQuery({ currency: reader.currency, ...query }, ctx.now());
  const limit = Math.min(MOST, Math.max(PAGE, Number(wanted) || PAGE));
  const [design, answer, all] = await Promise.all([
    orNotFound(getDesign(ctx, { designId })),
    orNotFound(matchAteliers(ctx, { ...input, designId, limit })),
    listAteliers(ctx, { limit: 0 }),
  ]);
  const [t, locale] = await Promise.all([getTranslations("atelier.make"), getLocale()]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-7xl gap-6 px-4 py-8 sm:px-6">
      <header className="grid gap-1">
        <Link href={`/designs/${designId}`} className={`${TEXT_LINK} justify-self-start text-sm`}>
          {t("back")}
        </Link>
        <h1 className="text-2xl font-semibold">
          {t("title")}: {design.title}
        </h1>
        <p className="text-muted">{t("count", { count: answer.matchCount })}</p>
      </header>
      {answer.notes.map(({ code, message }) => (
        <Notice key={code} tone={code === "budget-under-material" ? "warn" : "plain"}>
          {matchSaid(locale, message)}
        </Notice>
      ))}
      <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
        <aside className="grid gap-6">
          <details open className="rounded-card border border-line bg-surface p-5 shadow-card">
            <FiltersTitle />
            <MatchFilters
              action={path}
              countries={all.countries}
              currency={reader.currency}
              {...{ query, errors }}
            />
          </details>
          <FeatureSummary features={answer.features} />
        </aside>
        <div className="grid gap-6">
          <AtelierMap places={placesOf(answer)} you={answer.destination} />
          <Matches {...{ designId, answer, reader }} more={moreHref(path, query, limit, answer)} />
          <ExcludedList excluded={answer.excluded} count={answer.excludedCount} />
        </div>
      </div>
    </main>
  );
}

async function FiltersTitle() {
  const t = await getTranslations("atelier.filter");
  return <summary className="mb-4 cursor-pointer font-semibold">{t("title")}</summary>;
}

/** A budget is said, and what others charge is told, in the currency of the person's profile. */
async function readerOf(ctx: Ctx): Promise<Reader> {
  const [{ currency }, exchange] = await Promise.all([getProfile(ctx), currentRates(ctx)]);
  return { currency: isCurrency(currency) ? currency : "EUR", exchange };
}

interface MatchesProps {
  designId: string;
  reader: Reader;
  answer: MatchAnswer;
  /** The same page with more of them; null where all are shown. */
  more: string | null;
}

async function Matches({ designId, answer: { matches }, reader, more }: MatchesProps) {
  const t = await getTranslations("atelier.make");
  if (matches.length === 0) return <EmptyState title={t("none")} text={t("noneText")} />;
  return (
    <form action="/quotes/new" className="grid gap-4">
      <input type="hidden" name="design" value={designId} />
      <ol aria-label={t("list")} className="grid gap-4">
        {matches.map((match, at) => (
          <MatchCard key={match.atelier.id} match={match} rank={at + 1} reader={reader} />
        ))}
      </ol>
      {more ? (
        <ButtonLink href={more} look="secondary" className="justify-self-center" scroll={false}>
          {t("more")}
        </ButtonLink>
      ) : null}
      <div className="sticky bottom-3 z-10 flex items-center gap-4 rounded-card border border-line bg-surface/95 p-3 shadow-float backdrop-blur">
        <p className="flex-1 text-sm text-muted">{t("askHint")}</p>
        <Button type="submit">{t("ask")}</Button>
      </div>
    </form>
  );
}

function moreHref(
  path: string,
  query: MatchQuery,
  limit: number,
  { matchCount }: MatchAnswer,
): string | null {
  if (matchCount <= limit || limit >= MOST) return null;
  const given = Object.entries(query).filter(([, value]) => typeof value === "string");
  return `${path}?${new URLSearchParams([...given, ["limit", String(limit + PAGE)]])}`;
}

const placesOf = ({ matches, excluded }: MatchAnswer): MapPlace[] => [
  ...excluded.map(({ atelier }) => ({ ...atelier, rank: null })),
  ...matches.map(({ atelier }, at) => ({ ...atelier, rank: at + 1 })),
];
