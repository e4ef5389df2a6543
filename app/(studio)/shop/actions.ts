"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { withdrawProduct } from "#lib/catalog/withdraw-product.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { giveFeedback } from "#lib/search/give-feedback.ts";
import { judge, judgmentInput } from "#lib/search/judge.ts";
import { saveProduct } from "#lib/search/saved-products.ts";
import { toSearch } from "./shop-query.ts";

const productId = z.string().min(1).max(64);

const saveAction = defineAction({
  auth: "user",
  input: z.object({ productId, saved: z.enum(["true", "false"]) }),
  async handle({ ctx, input }) {
    await saveProduct(ctx, { productId: input.productId, saved: input.saved === "true" });
    revalidatePath("/shop", "layout");
  },
});

/** A form's action: puts a product among the saved ones, or takes it out. */
export async function saveProductForm(form: FormData): Promise<void> {
  await saveAction(form);
}

const withdrawAction = defineAction({
  auth: "user",
  input: z.object({ productId }),
  async handle({ ctx, input }) {
    await withdrawProduct(ctx, input.productId);
    revalidatePath("/shop", "layout");
  },
});

/** A form's action: takes a product out of the shop. Admins only. */
export async function withdrawForm(form: FormData): Promise<void> {
  await withdrawAction(form);
}

const steerAction = defineAction({
  auth: "user",
  input: z.object({
    productId,
    verdict: z.enum(["more_like", "less_like", "not_colour"]),
    colour: z.string().max(60).optional(),
    /** The shop's address with what was said in it. */
    to: z.string().regex(/^\/shop\?[^\\]{0,4000}$/),
  }),
  async handle({ ctx, input }): Promise<never> {
    const { to, ...said } = input;
    const query = Object.fromEntries(new URLSearchParams(to.slice("/shop?".length)));
    await giveFeedback(ctx, { ...said, query });
    redirect(to);
  },
});

const GRADE = "grade:";

const judgeAction = defineAction({
  auth: "user",
  input: judgmentInput.extend({ address: z.string().regex(/^\/shop\?[^\\]{0,4000}$/) }),
  async handle({ ctx, input: { address, ...judgment } }): Promise<never> {
    await judge(ctx, judgment);
    redirect(address);
  },
});

/** A form's action: saves how well results answer a search. Admins only. */
export async function judgeForm(form: FormData): Promise<void> {
  const address = String(form.get("address"));
  const params = new URLSearchParams(address.slice("/shop?".length));
  const query: Record<string, string[]> = {};
  for (const name of params.keys()) query[name] = params.getAll(name);
  const grades = [...form.entries()]
    .filter(([name]) => name.startsWith(GRADE))
    .map(([name, value]) => [name.slice(GRADE.length), Number(value)] as const);
  await judgeAction({
    address,
    name: String(form.get("name")),
    query: { ...toSearch(query, "EUR") },
    grades: Object.fromEntries(grades),
  });
}

/** A form's action: keeps what was said of a result and shows the list that follows. */
export async function steerForm(form: FormData): Promise<void> {
  await steerAction(form);
}
