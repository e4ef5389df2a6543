import { Heart, Search, X } from "lucide-react";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { Picture } from "#components/design/picture.tsx";
import { PictureSearch } from "#components/shop/picture-search.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Ctx } from "#lib/context.ts";
import { queryPreview } from "#lib/search/query-preview.ts";
import { carried, oneOf, type ShopQuery, shopHref } from "./shop-query.ts";

interface SearchBarProps {
  ctx: Ctx;
  query: ShopQuery;
}

/** Names of the address that a new picture replaces. */
const PICTURE = ["image", "design", "product", "crop", "more", "less", "not"];

/** What is searched for: words, and the picture beside them. Works as a plain form. */
export async function SearchBar({ ctx, query }: SearchBarProps) {
  const [t, { shop }] = await Promise.all([getTranslations("shop"), getMessages()]);
  const source = (["image", "design", "product"] as const).find((name) => oneOf(query, name));
  const preview = source ? await queryPreview(ctx, source, oneOf(query, source)) : null;
  const base = shopHref(query, Object.fromEntries(PICTURE.map((name) => [name, []])));
  return (
    <section aria-label={t("search.label")} className="grid gap-4">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("lead")}</h1>
        <div className="flex items-center gap-1">
          {ctx.actor.type === "user" && ctx.actor.role === "admin" && (
            <ButtonLink href="/shop/admin" look="quiet" size="small">
              {t("admin.title")}
            </ButtonLink>
          )}
          <ButtonLink href="/shop/saved" look="quiet" size="small">
            <Heart aria-hidden className="size-4" /> {t("browse.saved")}
          </ButtonLink>
        </div>
      </div>
      <div className="flex flex-col gap-3 sm:flex-row sm:items-center">
        <form action="/shop" className="flex flex-1 gap-2">
          {carried(query, ["q"]).map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <Input
            name="q"
            type="search"
            defaultValue={oneOf(query, "q")}
            maxLength={500}
            placeholder={t("search.placeholder")}
            aria-label={t("search.words")}
            className="h-12 flex-1"
          />
          <Button type="submit" size="large">
            <Search aria-hidden className="size-4.5" />
            <span className="sr-only sm:not-sr-only">{t("search.submit")}</span>
          </Button>
        </form>
        <NextIntlClientProvider
          messages={{ shop: { search: (shop as { search: object }).search } }}
        >
          <PictureSearch base={base} picture={preview} crop={oneOf(query, "crop")} />
        </NextIntlClientProvider>
      </div>
      {preview && source && (
        <p className="flex items-center gap-3 text-sm text-muted">
          <Picture
            src={preview.url}
            alt=""
            className="size-14 rounded-control bg-sunken object-cover"
          />
          <span>
            {t(`search.${SOURCE_TEXT[source]}`)}
            {preview.title && (
              <strong className="block font-medium text-ink">{preview.title}</strong>
            )}
          </span>
          <Link
            href={base}
            className="ml-1 rounded-control p-2 hover:bg-hover"
            aria-label={t("search.remove")}
          >
            <X aria-hidden className="size-4" />
          </Link>
        </p>
      )}
    </section>
  );
}

const SOURCE_TEXT = {
  image: "queryImage",
  design: "queryDesign",
  product: "queryProduct",
} as const;
