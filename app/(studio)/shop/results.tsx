import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { SearchAnswer, SearchResult } from "#lib/search/types.ts";
import { steerForm } from "./actions.ts";
import { ProductTile } from "./product-tile.tsx";
import { allOf, isByScore, oneOf, type ShopQuery, shopHref } from "./shop-query.ts";
import { TermBars } from "./term-bars.tsx";
import { Why } from "./why.tsx";

interface ResultsProps {
  query: ShopQuery;
  answer: SearchAnswer;
  saved: ReadonlySet<string>;
}

/** Pictures loaded at once: about a screen of them. */
const EAGER = 8;

/** What was found, each with why it is there; or that nothing comes near, and who could make it. */
export async function Results({ query, answer, saved }: ResultsProps) {
  const t = await getTranslations("shop");
  const { results, total, noMatch } = answer;
  const isFirst = oneOf(query, "cursor") === "";
  return (
    <section aria-labelledby="results" className="grid content-start gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="results" className="text-lg font-semibold">
          {total >= MOST_FOUND
            ? t("results.most", { count: total })
            : t("results.count", { count: total })}
        </h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Steered query={query} />
          <Order query={query} />
          {!noMatch && (
            <ButtonLink href={makersUrl(query)} look="secondary" size="small">
              {t("none.makers")}
            </ButtonLink>
          )}
        </div>
      </div>
      {noMatch && isFirst && (
        <EmptyState title={t("none.title")} text={t(`none.${noMatch.by}`, noMatchNumbers(noMatch))}>
          <ButtonLink href={noMatch.makersUrl}>{t("none.makers")}</ButtonLink>
        </EmptyState>
      )}
      {noMatch && results.length > 0 && <h3 className="font-semibold">{t("none.below")}</h3>}
      <ol className="grid grid-cols-2 gap-x-5 gap-y-10 md:grid-cols-3 2xl:grid-cols-4">
        {results.map((result, index) => (
          <li key={result.product.id}>
            <Result
              query={query}
              result={result}
              weights={answer.weights}
              saved={saved.has(result.product.id)}
              eager={index < EAGER}
              open={index === 0 && isFirst}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

const noMatchNumbers = ({ percent, leastPercent }: NonNullable<SearchAnswer["noMatch"]>) => ({
  percent,
  least: leastPercent,
});

/** Who could make it instead. */
function makersUrl(query: ShopQuery): string {
  const design = oneOf(query, "design");
  return design ? `/designs/${design}/make` : "/ateliers";
}

/** As many products as a search looks at. */
const MOST_FOUND = 200;

async function Steered({ query }: { query: ShopQuery }) {
  const t = await getTranslations("shop.results");
  const said = ["more", "less", "not"].flatMap((name) => allOf(query, name));
  if (said.length === 0) return null;
  return (
    <p className="text-sm text-muted">
      {t("steered")}{" "}
      <Link href={shopHref(query, { more: [], less: [], not: [] })} className={TEXT_LINK}>
        {t("reset")}
      </Link>
    </p>
  );
}

/** How the list is ordered, and the way to the other order. */
async function Order({ query }: { query: ShopQuery }) {
  const t = await getTranslations("shop.results");
  const byScore = isByScore(query);
  return (
    <p className="text-sm text-muted">
      {t(byScore ? "byScore" : "various")}{" "}
      <Link href={shopHref(query, { order: byScore ? [] : "score" })} className={TEXT_LINK}>
        {t(byScore ? "showVarious" : "showByScore")}
      </Link>
    </p>
  );
}

interface ResultProps {
  query: ShopQuery;
  result: SearchResult;
  weights: SearchAnswer["weights"];
  saved: boolean;
  eager: boolean;
  /** Whether its reasons are shown from the start. */
  open: boolean;
}

async function Result({ query, result, weights, saved, eager, open }: ResultProps) {
  const t = await getTranslations("shop.results");
  const { product, score, terms, reasons, duplicates, forVariety } = result;
  return (
    <ProductTile product={product} saved={saved} eager={eager}>
      <details open={open} className="text-sm">
        <summary className="cursor-pointer rounded-control text-muted hover:text-ink">
          {t("why")} <span className="tabular-nums">{t("score", { score: score.toFixed(2) })}</span>
        </summary>
        <div className="grid gap-3 pt-2">
          <Why reasons={reasons} />
          <TermBars terms={terms} weights={weights} />
          {forVariety && <p className="text-muted">{t("forVariety")}</p>}
          {duplicates.length > 0 && (
            <p className="text-muted">{t("same", { count: duplicates.length })}</p>
          )}
        </div>
      </details>
      <Steering query={query} result={result} />
    </ProductTile>
  );
}

const STEER_BUTTON =
  "rounded-control border border-line px-2 py-1 text-xs text-muted hover:border-line-strong hover:text-ink";

async function Steering({
  query,
  result: { product },
}: {
  query: ShopQuery;
  result: SearchResult;
}) {
  const t = await getTranslations("shop.results");
  const [colour] = product.colours;
  const ways = [
    { verdict: "more_like", name: "more", value: product.id, label: t("similar"), colour: "" },
    { verdict: "less_like", name: "less", value: product.id, label: t("less"), colour: "" },
    ...(colour
      ? [
          {
            verdict: "not_colour",
            name: "not",
            value: colour,
            label: t("notColour", { colour }),
            colour,
          },
        ]
      : []),
  ];
  return (
    <div className="flex flex-wrap gap-1.5">
      {ways.map((way) => (
        <form key={way.verdict} action={steerForm}>
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="verdict" value={way.verdict} />
          {way.colour && <input type="hidden" name="colour" value={way.colour} />}
          <input
            type="hidden"
            name="to"
            value={shopHref(query, {
              [way.name]: [...new Set([...allOf(query, way.name), way.value])],
            })}
          />
          <button type="submit" className={STEER_BUTTON}>
            {way.label}
          </button>
        </form>
      ))}
    </div>
  );
}
