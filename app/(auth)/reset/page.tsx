import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { env } from "#lib/env.ts";
import { AuthCard } from "../auth-card.tsx";
import { RequestResetForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.reset");
  return { title: t("title"), description: t("description") };
}

export default async function RequestResetPage() {
  const t = await getTranslations("account.reset");
  const fields = await getTranslations("account.fields");
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      foot={
        <>
          {env().SMTP_URL ? null : <p>{t("outbox")}</p>}
          <p>
            <Link href="/signin" className={TEXT_LINK}>
              {t("back")}
            </Link>
          </p>
        </>
      }
    >
      <RequestResetForm
        texts={{
          email: fields("email"),
          submit: t("submit"),
          sentTitle: t("sentTitle"),
          sent: t.raw("sent"),
        }}
      />
    </AuthCard>
  );
}
