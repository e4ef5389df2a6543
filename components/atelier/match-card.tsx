import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatMoney, formatMoneyShort } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { EstimateRange } from "#lib/ateliers/match/types.ts";
import type { MatchView } from "#lib/ateliers/match-ateliers.ts";
import { type Currency, exchangeMinor, type Rates } from "#lib/shared/exchange.ts";
import { countryName } from "#lib/shared/places/countries.ts";
import { EstimateLines } from "./estimate-lines.tsx";
import { Stars } from "./stars.tsx";
import { TermsTable } from "./terms-table.tsx";

interface MatchCardProps {
  match: MatchView;
  /** Place in the list, from 1. */
  rank: number;
  reader: Reader;
}

/** In which money the reader thinks, and by which rates an estimate in another is told in it. */
export interface Reader {
  currency: Currency;
  exchange: Rates;
}

/** One atelier that can make it: a tick to ask it, its estimate, and why it stands where it stands. */
export function MatchCard({ match, rank, reader }: MatchCardProps) {
  const t = useTranslations("atelier.card");
  const { atelier, terms, estimate } = match;
  return (
    <li
      id={`atelier-${atelier.id}`}
      className="scroll-mt-20 rounded-card border border-line bg-surface p-4 shadow-card target:border-accent sm:p-5"
    >
      <div className="flex gap-4">
        <WorkPicture match={match} />
        <div className="grid min-w-0 flex-1 content-start gap-1.5">
          <Title match={match} rank={rank} />
          <Facts match={match} />
          <Price match={match} reader={reader} />
        </div>
      </div>
      <div className="mt-4 grid gap-2 border-t border-line pt-3 text-sm">
        <Fold title={t("why")}>
          <TermsTable terms={terms} score={match.score} />
        </Fold>
        <Fold title={t("lines")}>
          <EstimateLines estimate={estimate} />
        </Fold>
      </div>
    </li>
  );
}

function WorkPicture({ match: { atelier } }: { match: MatchView }) {
  const t = useTranslations("atelier.card");
  return (
    <div className="relative shrink-0">
      {atelier.pictureUrl ? (
        <Picture
          src={atelier.pictureUrl}
          alt=""
          loading="lazy"
          className="size-20 rounded-control bg-sunken object-cover sm:size-28"
        />
      ) : (
        <div className="size-20 rounded-control bg-sunken sm:size-28" />
      )}
      {atelier.isExample ? null : (
        <label className="absolute top-1.5 left-1.5 grid size-8 cursor-pointer place-items-center rounded-control bg-surface/90 shadow-card">
          <input
            type="checkbox"
            name="atelier"
            value={atelier.id}
            aria-label={t("choose", { name: atelier.name })}
            className="size-4 accent-accent"
          />
        </label>
      )}
    </div>
  );
}

function Title({ match: { atelier, score }, rank }: Omit<MatchCardProps, "reader">) {
  const t = useTranslations("atelier.card");
  const hundredths = Math.round(score * 100);
  return (
    <div className="flex items-start justify-between gap-3">
      <h3 className="min-w-0 font-semibold">
        <span className="text-muted tabular-nums">{rank}. </span>
        <Link href={`/ateliers/${atelier.id}`} className="hover:text-accent">
          {atelier.name}
        </Link>
      </h3>
      <span
        role="img"
        aria-label={t("score", { score: hundredths })}
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent tabular-nums"
      >
        {hundredths}
      </span>
    </div>
  );
}

function Facts({ match }: { match: MatchView }) {
  const t = useTranslations("atelier.card");
  const format = useFormatter();
  const locale = useLocale();
  const { atelier, distanceKm, arrivesOn } = match;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>
        {atelier.place}, {countryName(atelier.country, locale)}
      </span>
      {distanceKm !== null ? (
        <span className="tabular-nums">
          {t("km", { km: format.number(Math.round(distanceKm)) })}
        </span>
      ) : null}
      <Stars stars={atelier.ratingStars} count={atelier.ratingCount} />
      <span>{t("arrives", { date: format.dateTime(arrivesOn, { dateStyle: "medium" }) })}</span>
      {atelier.featured ? <Badge tone="accent">{t("featured")}</Badge> : null}
      {atelier.isExample ? <Badge>{t("example")}</Badge> : null}
    </div>
  );
}

function Price({ match: { estimate, underMaterial }, reader }: Omit<MatchCardProps, "rank">) {
  const t = useTranslations("atelier.card");
  const locale = useLocale();
  const { low, high, isRange } = estimate;
  const money = (minor: number) => formatMoneyShort(minor, low.currency, locale);
  return (
    <div className="grid gap-1">
      <p className="text-lg font-semibold tabular-nums">
        <span className="sr-only">{t("estimate")}: </span>
        {isRange
          ? t("range", { low: money(low.totalMinor), high: money(high.totalMinor) })
          : formatMoney(low.totalMinor, low.currency, locale)}
        <About estimate={estimate} reader={reader} />
      </p>
      {underMaterial ? (
        <p className="text-sm text-bad">
          {t("underMaterial", {
            amount: formatMoney(underMaterial.materialMinor, underMaterial.currency, locale),
          })}
        </p>
      ) : null}
    </div>
  );
}

/** The same in the reader's money, where the atelier charges in another. */
function About({
  estimate: { low, high, isRange },
  reader,
}: {
  estimate: EstimateRange;
  reader: Reader;
}) {
  const t = useTranslations("atelier.card");
  const locale = useLocale();
  const { currency, exchange } = reader;
  if (low.currency === currency) return null;
  const own = (minor: number) =>
    formatMoneyShort(exchangeMinor(minor, low.currency, currency, exchange), currency, locale);
  const [from, to] = [own(low.totalMinor), own(high.totalMinor)];
  return (
    <span className="ml-2 text-sm font-normal text-muted">
      {isRange ? t("aboutRange", { low: from, high: to }) : t("about", { amount: from })}
    </span>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="cursor-pointer rounded-control py-1 text-muted hover:text-ink">
        {title}
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}
