"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Edits } from "./use-edits.ts";

/** Whether what one sees is saved; quiet while all is well. */
export function SaveState({ edits }: { edits: Edits }) {
  const t = useTranslations("design.saving");
  const { status, error, notice } = edits;
  if (status === "failed") {
    return (
      <p role="alert" className="flex items-center gap-2 text-sm text-bad">
        {t("failed", { reason: error?.message ?? "" })}
        <Button look="secondary" size="small" onClick={edits.saveNow}>
          {t("retry")}
        </Button>
      </p>
    );
  }
  return (
    <p role="status" className="text-right text-xs text-muted">
      {notice === "elsewhere" && <span className="block text-warn">{t("elsewhere")}</span>}
      {notice === "restored" && <span className="block">{t("restored")}</span>}
      {t(status)}
    </p>
  );
}
