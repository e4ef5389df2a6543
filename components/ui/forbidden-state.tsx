import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** For a page that exists but is for another role. A foreign design is "not found" instead. */
export function ForbiddenState() {
  const t = useTranslations("site");
  return (
    <EmptyState
      heading="h1"
      picture={<Lock aria-hidden className="size-10" strokeWidth={1.25} />}
      title={t("forbidden.title")}
      text={t("forbidden.text")}
    >
      <ButtonLink href="/">{t("notFound.home")}</ButtonLink>
    </EmptyState>
  );
}
