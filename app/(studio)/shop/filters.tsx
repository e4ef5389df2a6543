import clsx from "clsx";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { FacetValue, SearchAnswer } from "#lib/search/types.ts";
import {
  carried,
  FACETS,
  type FacetName,
  facetValues,
  filterCount,
  oneOf,
  type ShopQuery,
  toggledHref,
  unfilteredHref,
} from "./shop-query.ts";

interface FiltersProps {
  query: ShopQuery;
  answer: SearchAnswer;
  currency: string;
}

/** Values of a facet that are shown before the rest folds away. */
const SHOWN = 8;

/** What narrows the list, each value with how many products it leaves. */
export async function Filters({ query, answer, currency }: FiltersProps) {
  const t = await getTranslations("shop.filters");
  const count = filterCount(query);
  return (
    <aside aria-label={t("title")}>
      <details className="group lg:hidden">
        <summary className="cursor-pointer rounded-control border border-line-strong px-4 py-2.5 text-sm font-medium">
          {t("title")}
          {count > 0 && <span className="text-muted"> · {t("active", { count })}</span>}
        </summary>
        <FilterLists query={query} answer={answer} currency={currency} prefix="small" />
      </details>
      <div className="hidden lg:block">
        <FilterLists query={query} answer={answer} currency={currency} prefix="wide" />
      </div>
    </aside>
  );
}

async function FilterLists({ query, answer, currency, prefix }: FiltersProps & { prefix: string }) {
  const t = await getTranslations("shop.filters");
  return (
    <div className="grid gap-6 py-4 lg:py-0">
      {filterCount(query) > 0 && (
        <Link href={unfilteredHref(query)} className={clsx(TEXT_LINK, "text-sm")}>
          {t("clear")}
        </Link>
      )}
      <PriceForm query={query} currency={currency} prefix={prefix} />
      {FACETS.map((facet) => (
        <FacetList key={facet} query={query} facet={facet} values={answer.facets[facet]} />
      ))}
      <p className="text-xs text-muted">{t("rates", { day: answer.ratesAsOf })}</p>
    </div>
  );
}

async function PriceForm({
  query,
  currency,
  prefix,
}: {
  query: ShopQuery;
  currency: string;
  prefix: string;
}) {
  const t = await getTranslations("shop.filters");
  return (
    <form action="/shop" className="grid gap-2">
      <p className="text-sm font-semibold" id={`${prefix}-price`}>
        {t("price", { currency })}
      </p>
      {carried(query, ["min", "max"]).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex items-center gap-2">
        {(["min", "max"] as const).map((name) => (
          <Input
            key={name}
            name={name}
            inputMode="decimal"
            pattern="\d{1,9}(\.\d{1,3})?"
            aria-label={`${t("price", { currency })}, ${t(name)}`}
            placeholder={t(name)}
            defaultValue={oneOf(query, name)}
            className="h-9 min-w-0 flex-1"
          />
        ))}
        <Button type="submit" look="secondary" size="small" className="h-9">
          {t("apply")}
        </Button>
      </div>
    </form>
  );
}

interface FacetListProps {
  query: ShopQuery;
  facet: FacetName;
  values: readonly FacetValue[];
}

async function FacetList({ query, facet, values }: FacetListProps) {
  const t = await getTranslations("shop.filters");
  const chosen = new Set(facetValues(query, facet));
  const shown = [...values].sort(
    (a, b) => Number(chosen.has(b.value)) - Number(chosen.has(a.value)),
  );
  if (values.length < 2 && chosen.size === 0) return null;
  const links = (some: readonly FacetValue[]) => (
    <ul className="grid gap-0.5">
      {some.map((one) => (
        <li key={one.value}>
          <Link
            href={toggledHref(query, facet, one.value)}
            aria-current={chosen.has(one.value)}
            className="flex items-baseline justify-between gap-3 rounded-control px-2 py-1 text-sm capitalize text-muted hover:bg-hover hover:text-ink aria-[current=true]:bg-accent-soft aria-[current=true]:font-medium aria-[current=true]:text-accent"
          >
            <span className="truncate">{one.label}</span>
            <span className="text-xs tabular-nums">{one.count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="grid gap-1.5">
      <p className="text-sm font-semibold">{t(facet)}</p>
      {links(shown.slice(0, SHOWN))}
      {shown.length > SHOWN && (
        <details>
          <summary className="cursor-pointer px-2 text-xs text-muted">
            +{shown.length - SHOWN}
          </summary>
          {links(shown.slice(SHOWN))}
        </details>
      )}
    </div>
  );
}
