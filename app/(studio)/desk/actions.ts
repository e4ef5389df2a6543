"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { moneyDigits } from "#components/design/format.ts";
import { readAmount } from "#components/design/read-amount.ts";
import { type RateTexts, rateTexts } from "#components/desk/rate-texts.ts";
import { atelierRates } from "#lib/ateliers/rates.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { saveRates } from "#lib/desk/save-rates.ts";
import { setWeek, weekForm } from "#lib/desk/set-week.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { invalidInput } from "#lib/shared/errors.ts";

export const setWeekAction = defineAction({
  auth: "user",
  input: z.object({
    monday: weekForm.shape.monday,
    openHours: z.coerce.number().pipe(weekForm.shape.openHours),
  }),
  async handle({ ctx, input }) {
    await setWeek(ctx, input);
    revalidatePath("/desk/calendar");
    return {};
  },
});

export const saveRatesAction = defineAction({
  auth: "user",
  input: z.object({ version: z.coerce.number().int().min(0), rates: z.string().max(20_000) }),
  async handle({ ctx, input }) {
    const { rates: known } = await getRates(ctx);
    const typed = parseInput(rateTexts, readJson(input.rates));
    const rates = parseInput(atelierRates, { ...known, ...toRates(typed, known.currency) });
    const version = await saveRates(ctx, { version: input.version, rates });
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

/** A number as people write it, a minus before it kept; absent where nothing was typed. */
function toNumber(text: string, fractionDigits: number): number | undefined {
  const line = text.trim();
  if (line === "") return undefined;
  const isNegative = /^[-−]/.test(line);
  const value = readAmount(line.replace(/^[-−]\s*/, ""), fractionDigits);
  return isNegative ? -value : value;
}

/** What was typed, as the card's own fields; what was emptied is no longer charged for. */
function toRates(typed: RateTexts, currency: string) {
  const digits = moneyDigits(currency);
  const money = (text: string) => {
    const value = toNumber(text, digits);
    return value === undefined ? undefined : Math.round(value * 10 ** digits);
  };
  const byAlloy = (texts: Record<string, string>, read: (text: string) => number | undefined) =>
    Object.fromEntries(
      Object.entries(texts).flatMap(([alloy, text]) => {
        const value = read(text);
        return value === undefined ? [] : [[alloy, value]];
      }),
    );
  const [fixedMinor, perGMinor] = [money(typed.makingFixed), money(typed.makingPerG)];
  const setting = Object.fromEntries(
    Object.entries(typed.setting).map(([style, text]) => [style, money(text)]),
  );
  const hasSetting = Object.values(setting).some((minor) => minor !== undefined);
  return {
    asOf: typed.asOf,
    validDays: toNumber(typed.validDays, 0),
    hourlyMinor: money(typed.hourly) ?? 0,
    markup: toNumber(typed.markup, 3) ?? 1,
    roundToMinor: money(typed.roundTo) ?? 1,
    making:
      fixedMinor === undefined && perGMinor === undefined
        ? undefined
        : { fixedMinor: fixedMinor ?? 0, perGMinor: perGMinor ?? 0 },
    finishMinor: money(typed.finish),
    settingMinor: hasSetting ? setting : undefined,
    metalPerGMinor: byAlloy(typed.metals, money),
    densityGPerCm3: byAlloy(typed.densities, (text) => toNumber(text, 3)),
  };
}
