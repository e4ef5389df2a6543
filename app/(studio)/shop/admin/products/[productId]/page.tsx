import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ProductFormValues } from "#components/shop/product-form.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { getEditableProduct } from "#lib/catalog/change-product.ts";
import type { ProductInput } from "#lib/catalog/product-input.ts";
import { minorDigits, minorPerWhole } from "#lib/shared/currencies.ts";
import { orNotFound, signedInContext } from "../../../../access.ts";
import { Editor } from "../editor.tsx";

interface EditProductPageProps {
  params: Promise<{ productId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.edit");
  return { title: t("change") };
}

/** Where an admin changes a product. */
export default async function EditProductPage({ params }: EditProductPageProps) {
  const { productId } = await params;
  const ctx = await signedInContext(`/shop/admin/products/${productId}`);
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  const t = await getTranslations("shop.edit");
  const { product, catalog, withdrawn } = await orNotFound(getEditableProduct(ctx, productId));
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:px-6">
      <div className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t("change")}</h1>
        <p className="text-muted">{t("which", { sku: product.sku, catalog })}</p>
      </div>
      {withdrawn && <Notice tone="warn">{t("withdrawn")}</Notice>}
      <Editor productId={productId} initial={{ ...valuesOf(product), catalog }} />
    </main>
  );
}

/** A product as one types it. */
function valuesOf(product: ProductInput): Partial<ProductFormValues> {
  const { currency, priceMinor, pictures = [] } = product;
  return {
    sku: product.sku,
    title: product.title,
    brand: product.brand,
    category: product.category,
    kind: product.kind ?? "",
    price: (priceMinor / minorPerWhole(currency)).toFixed(minorDigits(currency)),
    currency,
    availability: product.availability ?? "in_stock",
    sizes: product.sizes?.join(", ") ?? "",
    colours: product.colours?.join(", ") ?? "",
    material: product.material ?? "",
    productUrl: product.productUrl ?? "",
    description: product.description ?? "",
    pictures: pictures
      .map((picture) => ("publicPath" in picture ? picture.publicPath : picture.sourceUrl))
      .join("\n"),
  };
}
