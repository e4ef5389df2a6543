"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { readAmount } from "#components/design/read-amount.ts";
import { type RateTexts, rateTexts } from "#components/desk/rate-texts.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { setWeekHours, weekHoursInput } from "#lib/ateliers/set-week-hours.ts";
import { writeRateCard } from "#lib/ateliers/write-rate-card.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { defineAction } from "#lib/http/define-action.ts";
import { parseInput } from "#lib/http/invalid-fields.ts";
import { minorDigits } from "#lib/shared/currencies.ts";
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

export const saveRatesAction = defineAction({
  auth: "user",
  input: z.object({ rates: z.string().max(20_000) }),
  async handle({ ctx, input }) {
    const { rates: known } = await getRates(ctx);
    const typed = parseInput(rateTexts, readJson(input.rates));
    const { version } = await writeRateCard(ctx, {
      ...known,
      ...toRates(typed, known.currency),
    } as AtelierRates);
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
  const digits = minorDigits(currency);
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
    validDays: toNumber(typed.validDays, 0) ?? 14,
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
