import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import type { Ctx } from "#lib/context.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { searchInput } from "#lib/search/input.ts";
import { savedAmong } from "#lib/search/saved-products.ts";
import { searchProducts } from "#lib/search/search-products.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { signedInContext } from "../access.ts";
import { Browse } from "./browse.tsx";
import { Filters } from "./filters.tsx";
import { JudgeForm } from "./judge-form.tsx";
import { personCurrency } from "./person-currency.ts";
import { Problem } from "./problem.tsx";
import { Results } from "./results.tsx";
import { SearchBar } from "./search-bar.tsx";
import { isSearch, oneOf, type ShopQuery, shopHref, toSearch } from "./shop-query.ts";

interface ShopPageProps {
  searchParams: Promise<ShopQuery>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop");
  return { title: t("title"), description: t("description") };
}

/** The shop: a search by picture and words with its filters, or the shelves. The address holds all of it. */
export default async function ShopPage({ searchParams }: ShopPageProps) {
  const query = await searchParams;
  const ctx = await signedInContext(shopHref(query));
  const currency = await personCurrency(ctx);
  return (
    <main id="content" className="mx-auto grid w-full max-w-[90rem] gap-8 px-4 py-8 sm:px-6">
      <SearchBar ctx={ctx} query={query} />
      {isSearch(query) ? (
        <Found ctx={ctx} query={query} currency={currency} />
      ) : (
        <Browse ctx={ctx} currency={currency} />
      )}
    </main>
  );
}

interface FoundProps {
  ctx: Ctx;
  query: ShopQuery;
  currency: string;
}

async function Found({ ctx, query, currency }: FoundProps) {
  const t = await getTranslations("shop");
  const answer = await search(ctx, query, currency);
  if ("problem" in answer) {
    return <Problem message={answer.problem} again={answer.retryable ? shopHref(query) : null} />;
  }
  const ids = answer.results.map(({ product }) => product.id);
  const saved = await savedAmong(ctx, ids);
  return (
    <div className="grid gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Filters query={query} answer={answer} currency={currency} />
      <div className="grid content-start gap-8">
        <Results query={query} answer={answer} saved={saved} />
        {ctx.actor.type === "user" && ctx.actor.role === "admin" && answer.results.length > 0 && (
          <JudgeForm
            address={shopHref(query)}
            name={oneOf(query, "q") || shopHref(query).slice("/shop?".length)}
            results={answer.results}
          />
        )}
        {answer.nextCursor && (
          <ButtonLink
            href={shopHref(query, { cursor: answer.nextCursor })}
            look="secondary"
            className="justify-self-center"
          >
            {t("results.more")}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** The answer, or what is wrong with the search in its own words. */
async function search(ctx: Ctx, query: ShopQuery, currency: string) {
  try {
    return await searchProducts(ctx, parseInput(searchInput, toSearch(query, currency)));
  } catch (error) {
    if (isAppError(error) && error.code !== "internal") {
      return { problem: error.userMessage, retryable: error.retryable };
    }
    throw error;
  }
}
