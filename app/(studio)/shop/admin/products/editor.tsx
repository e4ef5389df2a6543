import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { ProductForm, type ProductFormValues } from "#components/shop/product-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { listKinds } from "#lib/kinds/registry.ts";
import { saveProductAction } from "./actions.ts";

interface EditorProps {
  productId?: string;
  initial: Partial<ProductFormValues>;
}

/** The form of a product with the texts it needs in the browser. */
export async function Editor({ productId, initial }: EditorProps) {
  const { shop } = await getMessages();
  const { edit, availability } = shop as { edit: object; availability: object };
  return (
    <NextIntlClientProvider messages={{ shop: { edit, availability } }}>
      <Card>
        <ProductForm
          action={saveProductAction}
          initial={initial}
          kinds={listKinds().map(({ id, title }) => [id, title] as const)}
          {...(productId && { productId })}
        />
      </Card>
    </NextIntlClientProvider>
  );
}
