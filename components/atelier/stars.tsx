import { Star } from "lucide-react";
import { useTranslations } from "next-intl";

/** Stars in words and a sign: `★ 4.8 (52)`. */
export function Stars({ stars, count }: { stars: number | null; count: number }) {
  const t = useTranslations("atelier.card");
  if (stars === null) return <span className="text-faint">{t("noStars")}</span>;
  return (
    <span className="inline-flex items-center gap-1 tabular-nums">
      <Star size={14} aria-hidden className="fill-current text-warn" />
      {t("stars", { stars: stars.toFixed(1), count })}
    </span>
  );
}
