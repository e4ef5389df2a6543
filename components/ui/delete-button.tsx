"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, type ButtonSize } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

interface DeleteButtonProps {
  /** Where its texts are: `delete`, `deleteTitle`, `deleteText`, `deleteYes`, `keep`, `close`. */
  namespace: "batch.batch" | "collection" | "figurine.board";
  size?: ButtonSize;
  onDelete: () => void;
}

/** Deletes after asking once. */
export function DeleteButton({ namespace, size = "medium", onDelete }: DeleteButtonProps) {
  const t = useTranslations(namespace);
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button look="danger" size={size} onClick={() => setAsks(true)}>
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
