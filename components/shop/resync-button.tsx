"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Repaired } from "#lib/catalog/repair-catalog.ts";
import type { ActionResult } from "#lib/http/define-action.ts";

interface ResyncButtonProps {
  catalog: string;
  action: (input: { catalog: string }) => Promise<ActionResult<Repaired>>;
}

/** Has a catalogue compared with its index, and says what was repaired. */
export function ResyncButton({ catalog, action }: ResyncButtonProps) {
  const t = useTranslations("shop.admin");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    const result = await action({ catalog });
    setBusy(false);
    if (!result.ok) setSaid(result.error.message);
    else {
      const { due, removedVectors: vectors, removedFiles: files } = result.data;
      setSaid(t("resynced", { due, vectors, files }));
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="secondary" size="small" disabled={busy} onClick={run}>
        {t("resync")}
      </Button>
      {said && (
        <p role="status" className="text-muted">
          {said}
        </p>
      )}
    </div>
  );
}
