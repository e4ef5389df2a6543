import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";

export default async function NotFoundPage() {
  const t = await getTranslations("site.notFound");
  return (
    <main id="content">
      <EmptyState
        heading="h1"
        picture={<Mark className="size-12" />}
        title={t("title")}
        text={t("text")}
      >
        <ButtonLink href="/studio">{t("studio")}</ButtonLink>
        <ButtonLink href="/" look="secondary">
          {t("home")}
        </ButtonLink>
      </EmptyState>
    </main>
  );
}
