"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { type ReadRates, readRates } from "#components/desk/rates/read-rates.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { setWeekHours, weekHoursInput } from "#lib/ateliers/set-week-hours.ts";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { invalidInput } from "#lib/shared/errors.ts";

export const setWeekAction = defineAction({
  auth: "user",
  input: weekHoursInput,
  async handle({ ctx, input }) {
    await setWeekHours(ctx, input);
    revalidatePath("/desk/calendar");
    return {};
  },
});

/** Text by path, as it is typed. */
const rateTexts = z.record(z.string().max(80), z.string().max(40));

export const saveRatesAction = defineAction({
  auth: "user",
  input: z.object({ rates: z.string().max(100_000) }),
  async handle({ ctx, input }) {
    const { rates: known } = await getRates(ctx);
    const { rates, problems } = readRates(
      parseInput(rateTexts, readJson(input.rates)),
      known.currency,
    );
    await refuseProblems(problems);
    const { version } = await writeRateCard(ctx, rates as AtelierRates);
    revalidatePath("/desk/rates");
    return { version };
  },
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalidInput("The rates cannot be read.", { cause });
  }
}

/** Throws `invalid_input` with a message for each field that cannot be read or is left empty. */
async function refuseProblems(problems: ReadRates["problems"]): Promise<void> {
  const wrong = Object.entries(problems);
  if (wrong.length === 0) return;
  const t = await getTranslations("desk.rates.wrong");
  const fieldErrors = Object.fromEntries(wrong.map(([path, problem]) => [path, t(problem)]));
  throw invalidInput(t("count", { count: wrong.length }), { fieldErrors });
}
