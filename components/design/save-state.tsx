"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Field } from "#lib/kinds/read/fields.ts";
import { ChangeLine } from "./change-line.tsx";
import type { Edits } from "./use-edits.ts";

/** Whether what one sees is saved; quiet while all is well. */
export function SaveState({ edits, fields }: { edits: Edits; fields: readonly Field[] }) {
  const t = useTranslations("design.saving");
  const { status, error, elsewhere, restored, design } = edits;
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
      {elsewhere && (
        <span className="block max-w-72 text-warn">
          {t("elsewhere")}{" "}
          <ChangeLine
            change={elsewhere}
            fields={fields}
            currency={design.revision.price?.currency ?? null}
          />
        </span>
      )}
      {restored && <span className="block">{t("restored")}</span>}
      <span>{t(status)}</span>
    </p>
  );
}
