import { ExternalLink, Heart } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Picture } from "#components/design/picture.tsx";
import { Badge, Notice } from "#components/ui/badge.tsx";
import { Button, ButtonLink, buttonClass } from "#components/ui/button.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { Ctx } from "#lib/context.ts";
import { getProduct, type ProductView } from "#lib/search/get-product.ts";
import { searchInput } from "#lib/search/input.ts";
import { rememberView, savedAmong } from "#lib/search/saved-products.ts";
import { searchProducts } from "#lib/search/search-products.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { saveProductForm, withdrawForm } from "../actions.ts";
import { personCurrency } from "../person-currency.ts";
import { Price } from "../price.tsx";
import { ProductTile } from "../product-tile.tsx";

interface ProductPageProps {
  params: Promise<{ productId: string }>;
}

export async function generateMetadata({ params }: ProductPageProps): Promise<Metadata> {
  const { productId } = await params;
  const ctx = await signedInContext(`/shop/${productId}`);
  const { title, description } = await orNotFound(getProduct(ctx, { productId }));
  return { title, description: description || title };
}

/** A product: its pictures large, what is known of it, where to buy it, what looks like it. */
export default async function ProductPage({ params }: ProductPageProps) {
  const { productId } = await params;
  const ctx = await signedInContext(`/shop/${productId}`);
  const currency = await personCurrency(ctx);
  const product = await orNotFound(getProduct(ctx, { productId, currency }));
  await rememberView(ctx, productId);
  const [saved, similar] = await Promise.all([
    savedAmong(ctx, [productId]),
    similarTo(ctx, product, currency),
  ]);
  const t = await getTranslations("shop.product");
  return (
    <main id="content" className="mx-auto grid w-full max-w-7xl gap-16 px-4 py-10 sm:px-6">
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <Pictures product={product} />
        <Facts
          product={product}
          saved={saved.has(productId)}
          isAdmin={ctx.actor.type === "user" && ctx.actor.role === "admin"}
        />
      </div>
      {similar.length > 0 && (
        <section className="grid gap-5">
          <div className="flex items-baseline justify-between gap-4">
            <h2 className="text-lg font-semibold">{t("similar")}</h2>
            <ButtonLink href={`/shop?product=${productId}`} look="quiet" size="small">
              {t("allSimilar")}
            </ButtonLink>
          </div>
          <ul className="grid grid-cols-2 gap-5 md:grid-cols-4">
            {similar.map(({ product: one }) => (
              <li key={one.id}>
                <ProductTile product={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** A few that look like it; none where its picture cannot be searched by. */
async function similarTo(ctx: Ctx, { id, pictureUrls }: ProductView, currency: string) {
  if (pictureUrls.length === 0) return [];
  try {
    const search = searchInput.parse({ productId: id, currency, limit: 4 });
    return (await searchProducts(ctx, search)).results;
  } catch (error) {
    if (isAppError(error) && error.code !== "internal") return [];
    throw error;
  }
}

function Pictures({ product: { pictureUrls, title } }: { product: ProductView }) {
  if (pictureUrls.length === 0) {
    return (
      <div className="grid aspect-square place-items-center rounded-card bg-sunken">
        <Mark className="size-20 text-faint" />
      </div>
    );
  }
  return (
    <div className="grid content-start gap-4 sm:grid-cols-2">
      {pictureUrls.map((url, index) => (
        <Picture
          key={url}
          src={url}
          alt={index === 0 ? title : ""}
          width={1024}
          height={1024}
          className="aspect-square w-full rounded-card bg-sunken object-cover first:sm:col-span-2"
        />
      ))}
    </div>
  );
}

interface FactsProps {
  product: ProductView;
  saved: boolean;
  isAdmin: boolean;
}

async function Facts({ product, saved, isAdmin }: FactsProps) {
  const t = await getTranslations("shop");
  const lists = [
    [t("product.sizes"), product.sizes.join(", ")],
    [t("product.colours"), product.colours.join(", ")],
    [t("product.material"), product.material],
    ...product.facts.map(({ name, value }) => [name, value]),
    [t("product.sku"), product.sku],
  ].filter(([, value]) => value);
  return (
    <div className="grid content-start gap-6 lg:sticky lg:top-20">
      <div className="grid gap-1">
        <p className="text-sm text-muted first-letter:uppercase">{product.category}</p>
        <h1 className="text-3xl font-semibold">{product.title}</h1>
        <p className="text-muted">{t("product.by", { brand: product.brand })}</p>
      </div>
      <p className="text-xl">
        <Price product={product} />
      </p>
      <p className="flex flex-wrap items-center gap-3 text-sm">
        <Badge tone={product.availability === "in_stock" ? "good" : "plain"}>
          {t(`availability.${product.availability as "in_stock"}`)}
        </Badge>
        <span className="text-muted">
          {product.ratingCount > 0
            ? t("product.stars", {
                stars: product.ratingMean.toFixed(1),
                count: product.ratingCount,
              })
            : t("product.noStars")}
        </span>
      </p>
      {product.withdrawn && <Notice tone="warn">{t("product.withdrawn")}</Notice>}
      <div className="flex flex-wrap gap-3">
        {product.productUrl && !product.withdrawn && (
          <a
            href={product.productUrl}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className={buttonClass({ size: "large" })}
          >
            {t("product.buy")} <ExternalLink aria-hidden className="size-4" />
          </a>
        )}
        <form action={saveProductForm}>
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="saved" value={String(!saved)} />
          <Button
            type="submit"
            look="secondary"
            size="large"
            aria-pressed={saved}
            aria-label={t(saved ? "results.unsave" : "results.save", { title: product.title })}
          >
            <Heart aria-hidden className="size-4.5" fill={saved ? "currentColor" : "none"} />
            {t(saved ? "results.saved" : "results.saveIt")}
          </Button>
        </form>
        {isAdmin && (
          <ButtonLink href={`/shop/admin/products/${product.id}`} look="secondary" size="large">
            {t("product.edit")}
          </ButtonLink>
        )}
        {isAdmin && !product.withdrawn && (
          <form action={withdrawForm}>
            <input type="hidden" name="productId" value={product.id} />
            <Button type="submit" look="danger" size="large">
              {t("product.withdraw")}
            </Button>
          </form>
        )}
      </div>
      {product.description && <p className="whitespace-pre-line">{product.description}</p>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 border-t border-line pt-5 text-sm">
        {lists.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted first-letter:uppercase">{name}</dt>
            <dd className="first-letter:uppercase">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
