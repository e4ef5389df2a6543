import Link from "next/link";
import { useTranslations } from "next-intl";

export function SiteFooter() {
  const t = useTranslations("site");
  return (
    <footer className="mt-auto border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-6 text-sm text-muted sm:px-6">
        <p>{t("footer.line")}</p>
        <p className="flex gap-4">
          <Link href="/docs" className="hover:text-ink">
            {t("footer.docs")}
          </Link>
          <a href="/api/v1/health/ready" className="hover:text-ink">
            {t("footer.health")}
          </a>
        </p>
      </div>
    </footer>
  );
}
