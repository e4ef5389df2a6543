"use client";

import { useTranslations } from "next-intl";
import { TEXT_LINK } from "#components/ui/text-link.ts";

/** What `run_sizes` answers, as far as its card shows it. */
export interface SizesResult {
  sizesJobId: string;
  sizes: string[];
}

/** The sizes that are being made, and where their files will be. */
export function SizesCard({ result }: { result: SizesResult }) {
  const t = useTranslations("chat.tools");
  return (
    <>
      <span className="font-medium">{t("done.run_sizes")}</span>
      <span className="text-muted tabular-nums">{result.sizes.join(" · ")}</span>
      <a href={`/api/v1/download/${result.sizesJobId}/archive`} className={TEXT_LINK}>
        {t("sizesZip")}
      </a>
    </>
  );
}
