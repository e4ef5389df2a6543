import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatMoney } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import type { FoundProduct, ProductsResult } from "#lib/conversations/tools/find-products.ts";

/** The nearest products as small pictures with their price and why, and the way to all of them. */
export function ProductsCard({ result }: { result: ProductsResult }) {
  const t = useTranslations("chat.products");
  const { products, noMatch, shopUrl, total } = result;
  return (
    <div className="grid min-w-0 flex-1 gap-3">
      {noMatch ? (
        <p>
          {noMatch.reason}{" "}
          <Link href={noMatch.makersUrl} className="font-medium text-accent hover:underline">
            {t("makers")}
          </Link>
        </p>
      ) : (
        <ul className="grid grid-cols-2 gap-3">
          {products.map((product) => (
            <ProductItem key={product.productId} product={product} />
          ))}
        </ul>
      )}
      {total > 0 && (
        <Link href={shopUrl} className="font-medium text-accent hover:underline">
          {t("all", { count: total })}
        </Link>
      )}
    </div>
  );
}

function ProductItem({ product }: { product: FoundProduct }) {
  const t = useTranslations("chat.products");
  const locale = useLocale();
  const { productId, title, brand, price, convertedPrice, pictureUrl, why } = product;
  const money = (sum: FoundProduct["price"]) => formatMoney(sum.amountMinor, sum.currency, locale);
  return (
    <li>
      <Link href={`/shop/${productId}`} title={why} className="grid gap-1.5 rounded-control">
        {pictureUrl && (
          <Picture
            src={pictureUrl}
            alt=""
            loading="lazy"
            className="aspect-square w-full rounded-control bg-sunken object-cover"
          />
        )}
        <span className="grid text-xs">
          <span className="truncate font-medium">{title}</span>
          <span className="truncate text-muted">{brand}</span>
          <span className="tabular-nums">
            {money(price)}
            {convertedPrice && (
              <span className="text-muted"> {t("about", { price: money(convertedPrice) })}</span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}
