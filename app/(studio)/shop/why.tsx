import { getLocale, getTranslations } from "next-intl/server";
import { formatMoney } from "#components/design/format.ts";
import type { Reasons } from "#lib/search/types.ts";

/** Why a product is where it is: the four terms as a list in the reader's words. */
export async function Why({ reasons }: { reasons: Reasons }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("shop.why")]);
  const { likeness, price, brand, availability } = reasons;
  const money = (of: { amountMinor: number; currency: string }) =>
    formatMoney(of.amountMinor, of.currency, locale);
  return (
    <p>
      {[
        t(likeness.by, { percent: likeness.percent }),
        price.compared === "others"
          ? t("others", { price: money(price.price), percent: price.cheaperPercent })
          : t(price.compared, { price: money(price.price), wish: money(price.wish) }),
        brand.ratings === 0
          ? t("unrated", { brand: brand.name })
          : t("rated", { brand: brand.name, stars: brand.stars, count: brand.ratings }),
        t(availability as "in_stock"),
      ].join(" · ")}
    </p>
  );
}
