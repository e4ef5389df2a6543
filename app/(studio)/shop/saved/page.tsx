import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { listSaved, listViewed } from "#lib/search/saved-products.ts";
import type { ProductCard } from "#lib/search/types.ts";
import { signedInContext } from "../../access.ts";
import { personCurrency } from "../person-currency.ts";
import { ProductTile } from "../product-tile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.saved");
  return { title: t("title") };
}

/** The person's saved products, and what they looked at last. */
export default async function SavedPage() {
  const ctx = await signedInContext("/shop/saved");
  const currency = await personCurrency(ctx);
  const [t, saved, viewed] = await Promise.all([
    getTranslations("shop"),
    listSaved(ctx, currency),
    listViewed(ctx, currency),
  ]);
  return (
    <main id="content" className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-10 sm:px-6">
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-semibold">{t("saved.title")}</h1>
        <ButtonLink href="/shop" look="secondary" size="small">
          {t("saved.toShop")}
        </ButtonLink>
      </div>
      {saved.length === 0 ? (
        <EmptyState title={t("saved.empty")} text={t("saved.emptyText")} />
      ) : (
        <Tiles products={saved} saved />
      )}
      {viewed.length > 0 && (
        <section className="grid gap-5">
          <h2 className="text-lg font-semibold">{t("browse.viewed")}</h2>
          <Tiles products={viewed} />
        </section>
      )}
    </main>
  );
}

function Tiles({ products, saved }: { products: readonly ProductCard[]; saved?: boolean }) {
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-8 md:grid-cols-4">
      {products.map((product) => (
        <li key={product.id}>
          <ProductTile product={product} {...(saved && { saved })} />
        </li>
      ))}
    </ul>
  );
}
