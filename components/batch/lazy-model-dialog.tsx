"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { BatchItem } from "#lib/batches/types.ts";
import type { ModelDialogProps } from "./model-dialog.tsx";

/** The 3D view of one model, loaded when it is first opened. */
export function LazyModelDialog({
  item,
  onClose,
}: {
  item: BatchItem | null;
  onClose: () => void;
}) {
  const [Shown, setShown] = useState<ComponentType<ModelDialogProps> | null>(null);
  const isAsked = item !== null;
  useEffect(() => {
    if (isAsked)
      import("./model-dialog.tsx").then(({ ModelDialog }) => setShown(() => ModelDialog));
  }, [isAsked]);
  return item && Shown ? <Shown key={item.task.taskId} item={item} onClose={onClose} /> : null;
}
