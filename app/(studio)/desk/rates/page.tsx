import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { RateForm } from "#components/desk/rates/rate-form.tsx";
import { RATE_SECTIONS } from "#components/desk/rates/rate-table.ts";
import { withOwnRows } from "#components/desk/rates/shown.ts";
import { writeTexts } from "#components/desk/rates/write-texts.ts";
import { getRates } from "#lib/desk/get-rates.ts";
import { signedInContext } from "../../access.ts";
import { saveRatesAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("desk.tabs");
  return { title: t("rates") };
}

/** The rate card, with what pieces come to by it. */
export default async function DeskRatesPage() {
  const ctx = await signedInContext("/desk/rates");
  const [t, { desk }, { version, rates, weighed, crafts, worksIn }] = await Promise.all([
    getTranslations("desk.rates"),
    getMessages(),
    getRates(ctx),
  ]);
  const groups = RATE_SECTIONS.flatMap((section) => section.groups);
  return (
    <div className="grid gap-6">
      <p className="max-w-2xl text-sm text-muted">
        {t("text")} {version > 0 ? t("version", { version }) : null}
      </p>
      <NextIntlClientProvider messages={{ desk }}>
        <RateForm
          currency={rates.currency}
          initial={withOwnRows(writeTexts(rates), { groups }, worksIn)}
          crafts={crafts}
          weighed={weighed}
          action={saveRatesAction}
        />
      </NextIntlClientProvider>
    </div>
  );
}
