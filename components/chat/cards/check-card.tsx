"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatMm } from "#components/design/format.ts";
import type { CheckResult } from "#lib/conversations/tools/check-design.ts";
import { Findings } from "./findings.tsx";

/** Whether the piece can be made, by its own process and by the one that was asked about. */
export function CheckCard({ result }: { result: CheckResult }) {
  const t = useTranslations("chat.tools.check");
  const locale = useLocale();
  const { findings, verdict, thinnestWallMm } = result;
  const problems = findings.filter((finding) => finding.status !== "pass");
  return (
    <>
      <span className="font-medium">
        {verdict
          ? t(`verdict.${verdict.status}`, { process: t(`process.${verdict.process}`) })
          : t(problems.length === 0 ? "good" : "problems", { count: problems.length })}
      </span>
      <Findings findings={verdict?.problems ?? problems} />
      <span className="text-muted tabular-nums">
        {[
          t("rules", { count: findings.length }),
          thinnestWallMm !== null && t("wall", { mm: formatMm(thinnestWallMm, 2, locale) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </>
  );
}
