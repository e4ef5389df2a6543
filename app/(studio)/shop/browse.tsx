import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { Ctx } from "#lib/context.ts";
import { browseShelves } from "#lib/search/browse-products.ts";
import { listViewed } from "#lib/search/saved-products.ts";
import type { ProductCard } from "#lib/search/types.ts";
import { ProductTile } from "./product-tile.tsx";

/** The shop's window: what was seen last, and a few pieces of every shelf. */
export async function Browse({ ctx, currency }: { ctx: Ctx; currency: string }) {
  const [t, shelves, viewed] = await Promise.all([
    getTranslations("shop.browse"),
    browseShelves(ctx, { currency }),
    listViewed(ctx, currency),
  ]);
  if (shelves.length === 0) {
    return (
      <EmptyState title={t("empty")} text={t("emptyText")} picture={<Mark className="size-14" />}>
        <ButtonLink href="/studio">{t("toStudio")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-14">
      {viewed.length > 0 && <Row title={t("viewed")} products={viewed.slice(0, 4)} />}
      {shelves.map(({ category, count, products }, index) => (
        <Row
          key={category}
          title={category}
          products={products}
          eager={index === 0}
          all={
            <Link
              href={`/shop?q=${encodeURIComponent(category)}&category=${encodeURIComponent(category)}`}
              className={TEXT_LINK}
            >
              {t("all", { count })}
            </Link>
          }
        />
      ))}
    </div>
  );
}

interface RowProps {
  title: string;
  products: readonly ProductCard[];
  all?: React.ReactNode;
  eager?: boolean;
}

function Row({ title, products, all, eager = false }: RowProps) {
  return (
    <section className="grid gap-5">
      <div className="flex items-baseline justify-between gap-4">
        <h2 className="text-lg font-semibold first-letter:uppercase">{title}</h2>
        <span className="text-sm">{all}</span>
      </div>
      <ul className="grid grid-cols-2 gap-5 md:grid-cols-4">
        {products.map((product) => (
          <li key={product.id}>
            <ProductTile product={product} eager={eager} />
          </li>
        ))}
      </ul>
    </section>
  );
}
