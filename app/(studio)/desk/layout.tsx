import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskNav } from "#components/desk/desk-nav.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeepFresh } from "#components/ui/keep-fresh.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { findOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { signedInContext } from "../access.ts";

/** The desk of the person's own atelier; who has none is told how it comes about, who has no rates why nobody asks. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext("/desk");
  const [t, atelier] = await Promise.all([getTranslations("desk"), findOwnAtelier(ctx)]);
  if (!atelier) return <NoAtelier />;
  const pages = [
    { href: "/desk", text: t("tabs.requests") },
    { href: "/desk/orders", text: t("tabs.orders") },
    { href: "/desk/calendar", text: t("tabs.calendar") },
    { href: "/desk/rates", text: t("tabs.rates") },
    { href: "/desk/earnings", text: t("tabs.earnings") },
  ];
  return (
    <main
      id="content"
      className="mx-auto grid w-full max-w-5xl content-start gap-6 px-4 py-10 sm:px-6"
    >
      <KeepFresh />
      <h1 className="text-2xl font-semibold">{atelier.name}</h1>
      <DeskNav label={t("tabs.label")} pages={pages} />
      {atelier.rateCardVersion === null ? <Notice tone="warn">{t("noRates")}</Notice> : null}
      {children}
    </main>
  );
}

async function NoAtelier() {
  const t = await getTranslations("desk");
  return (
    <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6">
      <EmptyState
        heading="h1"
        title={t("none")}
        text={t("noneText")}
        picture={<Mark className="size-14" />}
      >
        <ButtonLink href="/ateliers/join">{t("join")}</ButtonLink>
      </EmptyState>
    </main>
  );
}
