"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readAmount } from "#components/design/read-amount.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { acceptForm, acceptQuote } from "#lib/quotes/accept-quote.ts";
import { answerForm, answerQuote } from "#lib/quotes/answer-quote.ts";
import { counterForm, counterQuote } from "#lib/quotes/counter-quote.ts";
import { declineForm, declineQuote } from "#lib/quotes/decline-quote.ts";
import { requestQuotes, requestQuotesForm } from "#lib/quotes/request-quotes.ts";
import { minorDigits } from "#lib/shared/currencies.ts";
import { invalidInput } from "#lib/shared/errors.ts";
import { CURRENCIES } from "#lib/shared/exchange.ts";

/** An input left empty is one that was not filled in. */
const optional = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined);
const count = z.coerce.number().int();

/** What a person typed as money, in minor units; NaN is told by the verb's own form. */
const toMinor = (text: string | undefined, currency: string): number | undefined =>
  text === undefined
    ? undefined
    : Math.round(readAmount(text, minorDigits(currency)) * 10 ** minorDigits(currency));

/** Throws `invalid_input` for what is no amount above nothing. */
function requireMoney(text: string, currency: string, field: string): void {
  if ((toMinor(text, currency) ?? 0) > 0) return;
  const message = `This is no amount of ${currency}.`;
  throw invalidInput(message, { details: { field }, fieldErrors: { [field]: message } });
}

const jsonOf = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "This cannot be read." });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const requestQuotesAction = defineAction({
  auth: "user",
  input: z.object({
    designId: z.string(),
    revision: count,
    atelierIds: jsonOf(z.array(z.string())),
    quantity: count.min(1),
    note: z.string().max(4000),
    currency: z.enum(CURRENCIES),
    budget: optional,
    neededBy: optional,
    country: optional.transform((text) => text?.toUpperCase()),
  }),
  async handle({ ctx, input: { budget, ...input } }): Promise<never> {
    if (budget) requireMoney(budget, input.currency, "budget");
    const budgetMinor = toMinor(budget, input.currency);
    const wish = parseInput(requestQuotesForm, { ...input, budgetMinor });
    const { quotes } = await requestQuotes(ctx, wish);
    redirect(quotes.length === 1 ? `/quotes/${quotes[0]!.id}` : "/quotes");
  },
});

const typedLine = z.object({
  label: z.string(),
  quantity: z.string(),
  unit: z.string(),
  rate: z.string(),
});

type TypedLine = z.output<typeof typedLine>;

/** Throws `invalid_input` that names the first line nobody could reckon with. */
function requireReadable(lines: readonly TypedLine[], currency: string): void {
  for (const [index, line] of lines.entries()) {
    const wrong = wrongIn(line, currency);
    if (!wrong) continue;
    const message = `Line ${index + 1}: ${wrong}`;
    throw invalidInput(message, { details: { field: "lines" }, fieldErrors: { lines: message } });
  }
}

function wrongIn({ label, quantity, rate }: TypedLine, currency: string): string | null {
  if (label.trim() === "") return "say what it is for.";
  if (!(readAmount(quantity, 3) > 0)) return "the quantity is no number above nothing.";
  if (/^\s*[-−]/.test(rate)) return "a rate cannot be negative.";
  return Number.isNaN(toMinor(rate, currency)) ? "the rate is no amount of money." : null;
}

export const answerQuoteAction = defineAction({
  auth: "user",
  input: z.object({
    quoteId: z.string(),
    offer: count,
    currency: z.enum(CURRENCIES),
    lines: jsonOf(z.array(typedLine)),
    readyOn: optional,
    validUntil: optional,
    workHours: optional,
    note: optional,
  }),
  async handle({ ctx, input: { quoteId, currency, lines, workHours, ...input } }) {
    requireReadable(lines, currency);
    const answer = parseInput(answerForm, {
      ...input,
      lines: lines.map(({ label, quantity, unit, rate }) => ({
        ...{ label, unit, quantity: readAmount(quantity, 3) },
        unitMinor: toMinor(rate, currency),
      })),
      workHours: workHours === undefined ? undefined : readAmount(workHours, 2),
    });
    await answerQuote(ctx, { quoteId, ...answer });
    revalidatePath(`/quotes/${quoteId}`);
    return {};
  },
});

export const counterQuoteAction = defineAction({
  auth: "user",
  input: z.object({
    quoteId: z.string(),
    offer: count,
    currency: z.enum(CURRENCIES),
    total: z.string().trim().min(1),
    readyOn: optional,
    note: optional,
  }),
  async handle({ ctx, input: { quoteId, currency, total, ...input } }) {
    requireMoney(total, currency, "total");
    const counter = parseInput(counterForm, { ...input, totalMinor: toMinor(total, currency) });
    await counterQuote(ctx, { quoteId, ...counter });
    revalidatePath(`/quotes/${quoteId}`);
    return {};
  },
});

export const acceptQuoteAction = defineAction({
  auth: "user",
  input: z.object({ quoteId: z.string(), offer: count, revision: count.optional() }),
  async handle({ ctx, input: { quoteId, ...input } }): Promise<never> {
    const { orderId } = await acceptQuote(ctx, { quoteId, ...parseInput(acceptForm, input) });
    redirect(`/orders/${orderId}`);
  },
});

export const declineQuoteAction = defineAction({
  auth: "user",
  input: z.object({ quoteId: z.string(), reason: optional }),
  async handle({ ctx, input: { quoteId, ...input } }) {
    await declineQuote(ctx, { quoteId, ...parseInput(declineForm, input) });
    revalidatePath(`/quotes/${quoteId}`);
    return {};
  },
});
