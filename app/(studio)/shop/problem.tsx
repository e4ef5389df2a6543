import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** What is wrong with a search, and the way out. */
export async function Problem({ message }: { message: string }) {
  const t = await getTranslations("shop.problem");
  return (
    <EmptyState title={t("title")} text={message}>
      <ButtonLink href="/shop">{t("retry")}</ButtonLink>
    </EmptyState>
  );
}
