"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

/** Deletes after asking once. */
export function DeleteFigurine({ onDelete }: { onDelete: () => void }) {
  const t = useTranslations("figurine.board");
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button look="danger" size="small" onClick={() => setAsks(true)}>
        {t("delete")}
      </Button>
      <Dialog
        open={asks}
        onClose={() => setAsks(false)}
        title={t("deleteTitle")}
        closeLabel={t("close")}
      >
        <p className="text-sm text-muted">{t("deleteText")}</p>
        <div className="flex justify-end gap-2">
          <Button look="secondary" onClick={() => setAsks(false)}>
            {t("keep")}
          </Button>
          <Button look="danger" onClick={onDelete}>
            {t("deleteYes")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
