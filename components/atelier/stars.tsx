import { Star } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** Stars in words and a sign: `★ 4.8 (52)`. */
export function Stars({ stars, count }: { stars: number | null; count: number }) {
  const t = useTranslations("atelier.card");
  const format = useFormatter();
  const tenths = (value: number) =>
    format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (stars === null) return <span className="text-faint">{t("noStars")}</span>;
  return (
    <span className="inline-flex items-center gap-1 tabular-nums">
      <Star size={14} aria-hidden className="fill-current text-warn" />
      {t("stars", { stars: tenths(stars), count })}
    </span>
  );
}
