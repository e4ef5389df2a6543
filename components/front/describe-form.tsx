import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";

/** One field that begins a ring; it works without any script, and the sentence comes along. */
export function DescribeForm() {
  const t = useTranslations("front.hero");
  return (
    <form action="/start" method="get" className="grid gap-3">
      <div className="grid gap-2 rounded-card border border-line-strong bg-surface p-2 shadow-float focus-within:border-accent sm:grid-cols-[1fr_auto] sm:items-end">
        <textarea
          name="say"
          aria-label={t("label")}
          rows={2}
          required
          maxLength={2000}
          placeholder={t("placeholder")}
          className="field-sizing-content max-h-48 min-h-14 resize-none bg-transparent px-3 py-2 text-base outline-none placeholder:text-faint"
        />
        <button type="submit" className={buttonClass({ size: "large" })}>
          {t("button")}
        </button>
      </div>
      <p className="px-1 text-xs text-muted">{t("note")}</p>
    </form>
  );
}
