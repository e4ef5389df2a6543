import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

interface ProblemProps {
  message: string;
  /** The same search once more, where that may help. */
  again: string | null;
}

/** What is wrong with a search, and the way out. */
export async function Problem({ message, again }: ProblemProps) {
  const t = await getTranslations("shop.problem");
  return (
    <EmptyState title={t(again ? "wait" : "title")} text={message}>
      {again && <ButtonLink href={again}>{t("again")}</ButtonLink>}
      <ButtonLink href="/shop" look={again ? "secondary" : "primary"}>
        {t("retry")}
      </ButtonLink>
    </EmptyState>
  );
}
