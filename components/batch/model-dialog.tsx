"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.tsx";
import { readGlb } from "#components/viewer/read-glb.ts";
import { Viewer } from "#components/viewer/viewer.tsx";
import type { BatchItem } from "#lib/batches/types.ts";
import type { Part } from "#lib/kernel/mesh.ts";

export interface ModelDialogProps {
  item: BatchItem;
  onClose: () => void;
}

/** A photo beside the model that was made of it, to turn and compare. */
export function ModelDialog({ item, onClose }: ModelDialogProps) {
  const t = useTranslations("batch.batch");
  const unreachable = useTranslations("batch.new")("unreachable");
  const [parts, setParts] = useState<Part[] | null>(null);
  const url = item.files.find(({ format }) => format === "glb")?.url;
  useEffect(() => {
    let isGone = false;
    if (url) {
      readGlb(url)
        .then((read) => !isGone && setParts(read))
        .catch(() => toast(unreachable, "bad"));
    }
    return () => {
      isGone = true;
    };
  }, [url, unreachable]);
  const title = t("viewTitle", { name: item.task.name });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t("close")}
      className="w-[min(64rem,calc(100vw-2rem))]"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="relative aspect-square overflow-hidden rounded-lg bg-hover">
          {item.photoUrl && (
            <Picture
              src={item.photoUrl}
              alt={item.task.name}
              className="size-full object-contain"
            />
          )}
        </div>
        <Viewer parts={parts} title={title} className="aspect-square rounded-lg bg-hover" />
      </div>
    </Dialog>
  );
}
