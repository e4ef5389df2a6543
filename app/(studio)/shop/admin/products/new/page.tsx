import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { signedInContext } from "../../../../access.ts";
import { Editor } from "../editor.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shop.edit");
  return { title: t("add") };
}

/** Where an admin adds a product by hand. */
export default async function NewProductPage() {
  const ctx = await signedInContext("/shop/admin/products/new");
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  const t = await getTranslations("shop.edit");
  return (
    <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-2xl font-semibold">{t("add")}</h1>
      <Editor initial={{ catalog: "main", currency: "EUR", availability: "in_stock" }} />
    </main>
  );
}
