import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CaseFacts } from "#components/moderation/case-facts.tsx";
import { Notice } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import type { CaseView } from "#lib/moderation/case.ts";
import { getCase } from "#lib/moderation/get-case.ts";
import { orNotFound, signedInContext } from "../../(studio)/access.ts";
import { AppealForm } from "./appeal-form.tsx";

interface DecisionPageProps {
  params: Promise<{ caseId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("moderation");
  return { title: t("title"), robots: { index: false } };
}

/** One decision: why, and how to object. */
export default async function DecisionPage({ params }: DecisionPageProps) {
  const { caseId } = await params;
  const ctx = await signedInContext(`/moderation/${caseId}`);
  const [t, shown] = await Promise.all([
    getTranslations("moderation"),
    orNotFound(getCase(ctx, caseId)),
  ]);
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-10 sm:py-14">
        <h1 className="text-3xl font-semibold">{t(`category.${shown.category}`)}</h1>
        <Card>
          <CaseFacts shown={shown} />
        </Card>
        <Ending shown={shown} />
        <Link href="/moderation" className={`${TEXT_LINK} justify-self-start text-sm`}>
          {t("back")}
        </Link>
      </main>
      <SiteFooter />
    </>
  );
}

async function Ending({ shown }: { shown: CaseView }) {
  const t = await getTranslations("moderation");
  if (shown.status === "open") return <Notice>{t("appeal.sent")}</Notice>;
  if (shown.outcome) {
    return (
      <Notice tone={shown.outcome === "allowed" ? "good" : "plain"}>
        {t(`outcome.${shown.outcome}`)}. {shown.note}
      </Notice>
    );
  }
  const texts = {
    label: t("appeal.label"),
    hint: t("appeal.hint"),
    send: t("appeal.send"),
    sent: t("appeal.sent"),
  };
  return <AppealForm caseId={shown.id} texts={texts} />;
}
