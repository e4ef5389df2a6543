import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/badge.tsx";
import { AuthCard } from "../auth-card.tsx";
import { ConfirmForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.confirm");
  return {
    title: t("title"),
    description: t("description"),
    referrer: "same-origin",
    robots: { index: false },
  };
}

export default async function ConfirmPage(props: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await props.searchParams;
  const t = await getTranslations("account.confirm");
  return (
    <AuthCard title={t("title")} lead={t("lead")}>
      {token ? (
        <ConfirmForm
          token={token}
          texts={{
            submit: t("submit"),
            doneTitle: t("doneTitle"),
            done: t.raw("done"),
            toStudio: t("toStudio"),
          }}
        />
      ) : (
        <Notice tone="bad">{t("missing")}</Notice>
      )}
    </AuthCard>
  );
}
