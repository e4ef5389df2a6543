import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DeskNav } from "#components/desk/desk-nav.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeepFresh } from "#components/ui/keep-fresh.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { findOwnAtelier, requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { signedInContext } from "../access.ts";

/** The desk of the person's own atelier; who has none, or none that is open yet, is told how it comes about. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext("/desk");
  const [t, atelier] = await Promise.all([getTranslations("desk"), findOwnAtelier(ctx)]);
  if (atelier?.status !== "approved") {
    const refusal = await requireOwnAtelier(ctx).catch((error: unknown) => error);
    const why = atelier && isAppError(refusal) ? refusal.userMessage : t("noneText");
    return (
      <main id="content" className="mx-auto w-full max-w-4xl px-4 py-10 sm:px-6">
        <EmptyState
          heading="h1"
          title={t(atelier ? "waiting" : "none")}
          text={why}
          picture={<Mark className="size-14" />}
        >
          <ButtonLink href="/ateliers/join">{t(atelier ? "profile" : "join")}</ButtonLink>
        </EmptyState>
      </main>
    );
  }
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
      {children}
    </main>
  );
}
