import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { RateForm } from "#components/desk/rate-form.tsx";
import type { RateTexts } from "#components/desk/rate-texts.ts";
import type { AtelierRates } from "#lib/ateliers/rates.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { minorDigits } from "#lib/shared/currencies.ts";
import { signedInContext } from "../../access.ts";
import { saveRatesAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tabs");
  return { title: t("rates") };
}

/** The rate card, with a live example. */
export default async function DeskRatesPage() {
  const ctx = await signedInContext("/desk/rates");
  const [t, { desk }, { version, rates, weighed }] = await Promise.all([
    getTranslations("desk.rates"),
    getMessages(),
    getRates(ctx),
  ]);
  return (
    <div className="grid gap-6">
      <p className="max-w-2xl text-sm text-muted">
        {t("text")} {version > 0 ? t("version", { version }) : null}
      </p>
      <NextIntlClientProvider messages={{ desk }}>
        <RateForm
          currency={rates.currency}
          initial={toTexts(rates)}
          weighed={weighed}
          action={saveRatesAction}
        />
      </NextIntlClientProvider>
    </div>
  );
}

/** The card as a person types it: money in the currency's unit. */
function toTexts(rates: AtelierRates): RateTexts {
  const digits = minorDigits(rates.currency);
  const money = (minor: number | undefined) =>
    minor === undefined ? "" : (minor / 10 ** digits).toFixed(digits);
  const { making, settingMinor: setting } = rates;
  const textsOf = (values: Record<string, number | undefined>, toText: (value: number) => string) =>
    Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, value === undefined ? "" : toText(value)]),
    );
  return {
    asOf: rates.asOf,
    validDays: String(rates.validDays),
    hourly: money(rates.hourlyMinor),
    markup: String(rates.markup),
    roundTo: money(rates.roundToMinor),
    makingFixed: money(making?.fixedMinor),
    makingPerG: money(making?.perGMinor),
    finish: money(rates.finishMinor),
    setting: {
      prong: money(setting?.prong),
      bezel: money(setting?.bezel),
      pave: money(setting?.pave),
      channel: money(setting?.channel),
    },
    metals: textsOf(rates.metalPerGMinor, money),
    densities: textsOf(rates.densityGPerCm3, String),
  };
}
