import { Heart } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Mark } from "#components/ui/mark.tsx";
import type { ProductCard } from "#lib/search/types.ts";
import { saveProductForm } from "./actions.ts";
import { Price } from "./price.tsx";

interface ProductTileProps {
  product: ProductCard;
  /** Whether it is among the person's saved ones; left out where it cannot be saved from. */
  saved?: boolean;
  /** Loaded at once: it is among the first seen. */
  eager?: boolean;
  children?: ReactNode;
}

/** A product as a large picture with its name, maker and price. */
export async function ProductTile({ product, saved, eager = false, children }: ProductTileProps) {
  const t = await getTranslations("shop.results");
  return (
    <article className="group relative flex flex-col gap-3">
      <Link href={`/shop/${product.id}`} className="flex flex-col gap-3 rounded-card">
        <span className="grid aspect-square place-items-center overflow-hidden rounded-card bg-sunken">
          {product.pictureUrl ? (
            <Picture
              src={product.pictureUrl}
              alt=""
              width={512}
              height={512}
              loading={eager ? "eager" : "lazy"}
              decoding="async"
              className="size-full object-cover motion-safe:transition-transform motion-safe:duration-500 motion-safe:group-hover:scale-[1.03]"
            />
          ) : (
            <Mark className="size-12 text-faint" />
          )}
        </span>
        <span className="grid gap-0.5 text-sm">
          <span className="line-clamp-2 font-medium">{product.title}</span>
          <span className="text-muted">{product.brand}</span>
          <Price product={product} />
        </span>
      </Link>
      {saved !== undefined && (
        <form action={saveProductForm} className="absolute top-2 right-2">
          <input type="hidden" name="productId" value={product.id} />
          <input type="hidden" name="saved" value={String(!saved)} />
          <button
            type="submit"
            aria-label={t(saved ? "unsave" : "save", { title: product.title })}
            aria-pressed={saved}
            className="grid size-9 place-items-center rounded-full bg-surface/90 text-muted shadow-card hover:text-accent aria-pressed:text-accent"
          >
            <Heart aria-hidden className="size-4.5" fill={saved ? "currentColor" : "none"} />
          </button>
        </form>
      )}
      {children}
    </article>
  );
}
