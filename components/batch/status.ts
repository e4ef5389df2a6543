import type { BatchItem } from "#lib/batches/types.ts";

/** Whether it still changes by itself. */
export const isOpen = (status: BatchItem["task"]["status"]): boolean =>
  status === "queued" || status === "running";
