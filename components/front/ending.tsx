import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";

/** The way in, once more. */
export function Ending() {
  const t = useTranslations("front.end");
  return (
    <section className="border-t border-line bg-surface">
      <div className="mx-auto grid w-full max-w-7xl justify-items-start gap-8 px-4 py-24 sm:px-6">
        <h2 className="max-w-3xl text-4xl leading-tight font-semibold tracking-[-0.03em] sm:text-6xl">
          {t("title")}
        </h2>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/start" size="large">
            {t("button")}
          </ButtonLink>
          <ButtonLink href="/signin" look="secondary" size="large">
            {t("signIn")}
          </ButtonLink>
        </div>
      </div>
    </section>
  );
}
