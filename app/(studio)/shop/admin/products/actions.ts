"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changeProduct } from "#lib/catalog/change-product.ts";
import { putProduct } from "#lib/catalog/put-product.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { productForm } from "./product-form-input.ts";

/** A form's action: adds a product, or changes the one it names. Admins only. */
export const saveProductAction = defineAction({
  auth: "user",
  input: productForm,
  async handle({ ctx, input: { productId, catalog, ...product } }): Promise<never> {
    if (productId) await changeProduct(ctx, productId, product);
    const saved = productId ?? (await putProduct(ctx, { catalog, product })).productId;
    revalidatePath("/shop", "layout");
    redirect(`/shop/${saved}`);
  },
});
