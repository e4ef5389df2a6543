import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { AuthCard } from "../../auth-card.tsx";
import { NewPasswordForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.reset");
  // The address of this page holds the token: it must not travel on, nor be indexed.
  return { title: t("choose"), referrer: "same-origin", robots: { index: false } };
}

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("account.reset");
  const fields = await getTranslations("account.fields");
  return (
    <AuthCard
      title={t("choose")}
      lead={t("chooseLead")}
      foot={
        <Link href="/reset" className={TEXT_LINK}>
          {t("again")}
        </Link>
      }
    >
      <NewPasswordForm
        token={token}
        texts={{
          newPassword: fields("newPassword"),
          passwordHint: fields("passwordHint"),
          save: t("save"),
        }}
      />
    </AuthCard>
  );
}
