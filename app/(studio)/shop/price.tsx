import { getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import type { ProductCard } from "#lib/search/types.ts";

/** A product's price as the shop asks it, and about what that is in the person's currency. */
export async function Price({ product }: { product: ProductCard }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shop.results")]);
  const { price, convertedPrice } = product;
  return (
    <span className="tabular-nums">
      {formatMoney(price.amountMinor, price.currency, locale)}
      {convertedPrice && (
        <span className="text-muted">
          {" "}
          (
          {t("approx", {
            price: formatMoney(convertedPrice.amountMinor, convertedPrice.currency, locale),
          })}
          )
        </span>
      )}
    </span>
  );
}
