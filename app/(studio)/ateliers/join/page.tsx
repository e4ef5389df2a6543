import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { JoinForm } from "#components/atelier/join-form.tsx";
import { PortfolioForm } from "#components/atelier/portfolio-form.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { findOwnProfile, type OwnProfile } from "#lib/ateliers/get-own-profile.ts";
import { signedInContext } from "../../access.ts";
import { addPictureAction, removePictureAction, saveAtelierAction } from "./actions.ts";
import { joinOptions, joinValues } from "./join-values.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("atelier.join");
  return { title: t("title"), description: t("description") };
}

/** Signs a person up with an atelier, or changes the one they have. */
export default async function JoinPage() {
  const ctx = await signedInContext("/ateliers/join");
  const [own, t, { atelier }] = await Promise.all([
    findOwnProfile(ctx),
    getTranslations("atelier.join"),
    getMessages(),
  ]);
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:px-6">
        <div className="grid gap-2">
          <h1 className="text-2xl font-semibold">{own ? t("edit") : t("title")}</h1>
          <p className="text-muted">{t("text")}</p>
        </div>
        {own ? <State own={own} /> : null}
        <NextIntlClientProvider messages={{ atelier: { join: atelier.join } }}>
          <JoinForm
            values={joinValues(own)}
            options={joinOptions()}
            isKnown={own?.status === "approved"}
            action={saveAtelierAction}
          />
          <Card aria-labelledby="pictures" className="grid gap-4">
            <CardTitle id="pictures">{t("section.work")}</CardTitle>
            {own ? (
              <PortfolioForm
                pictures={own.portfolio}
                onAdd={addPictureAction}
                onRemove={removePictureAction}
              />
            ) : (
              <p className="text-sm text-muted">{t("picture.first")}</p>
            )}
          </Card>
        </NextIntlClientProvider>
      </main>
      <SiteFooter />
    </>
  );
}

async function State({ own: { status, statusReason, hasRates } }: { own: OwnProfile }) {
  const [t, desk] = await Promise.all([getTranslations("atelier.join"), getTranslations("desk")]);
  return (
    <>
      <Notice tone={status === "approved" ? "good" : "warn"}>
        {t(`status.${status}`, { reason: statusReason ?? "" })}
      </Notice>
      {hasRates ? null : (
        <Notice tone="warn">
          {t("noRates")}{" "}
          <Link href="/desk/rates" className={TEXT_LINK}>
            {desk("tabs.rates")}
          </Link>
        </Notice>
      )}
    </>
  );
}
