import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LanguageSelect } from "./language-select.tsx";

export function SiteFooter() {
  const t = useTranslations("site");
  const locale = useLocale();
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-sm text-muted sm:px-6">
        <p>{t("footer.line")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <Link href="/docs" className="hover:text-ink">
            {t("footer.docs")}
          </Link>
          <a href="/api/v1/health/ready" className="hover:text-ink">
            {t("footer.health")}
          </a>
          <LanguageSelect locale={locale} label={t("footer.language")} />
        </div>
      </div>
    </footer>
  );
}
