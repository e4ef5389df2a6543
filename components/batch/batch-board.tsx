"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { isOpen } from "#components/job/is-open.ts";
import { useTaskProgress } from "#components/job/use-task-progress.ts";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { DeleteButton } from "#components/ui/delete-button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { BatchItem, BatchView } from "#lib/batches/types.ts";
import type { ActionResult } from "#lib/http/define-action.ts";
import type { BatchActions } from "./batch-actions.ts";
import { LazyMaskEditor } from "./lazy-mask-editor.tsx";
import { LazyModelDialog } from "./lazy-model-dialog.tsx";
import { PhotoCard } from "./photo-card.tsx";

interface BatchBoardProps {
  batch: BatchView;
  actions: BatchActions;
}

/** A batch while it is worked on and after: each photo with what came of it. */
export function BatchBoard({ batch, actions }: BatchBoardProps) {
  const t = useTranslations("batch.batch");
  const router = useRouter();
  const progress = useTaskProgress(batch);
  const [viewed, setViewed] = useState<BatchItem | null>(null);
  const [corrected, setCorrected] = useState<BatchItem | null>(null);
  const run = async (work: Promise<ActionResult<unknown>>) => {
    const result = await work;
    if (!result.ok) toast(result.error.message, "bad");
    router.refresh();
  };
  return (
    <div className="grid gap-6">
      <BatchHead batch={batch} onCancel={() => run(actions.cancel({ jobId: batch.jobId }))}>
        <DeleteButton
          namespace="batch.batch"
          onDelete={() => run(actions.remove({ jobId: batch.jobId }))}
        />
      </BatchHead>
      {batch.failed > 0 && (
        <p className="text-sm text-bad">{t("failures", { count: batch.failed })}</p>
      )}
      <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {batch.items.map((item) => (
          <PhotoCard
            key={item.task.taskId}
            item={item}
            progress={progress.get(item.task.taskId) ?? item.task}
            onCancel={() => run(actions.cancelPhoto({ taskId: item.task.taskId }))}
            onRetry={(engine) =>
              run(actions.retry({ taskIds: [item.task.taskId], ...(engine && { engine }) }))
            }
            onView={() => setViewed(item)}
            onCorrect={() => setCorrected(item)}
          />
        ))}
      </ul>
      <LazyModelDialog item={viewed} onClose={() => setViewed(null)} />
      <LazyMaskEditor
        item={corrected}
        onClose={() => setCorrected(null)}
        onMask={(taskId, maskId) => run(actions.correct({ taskId, maskId }))}
      />
    </div>
  );
}

interface BatchHeadProps {
  batch: BatchView;
  onCancel: () => void;
  children: React.ReactNode;
}

function BatchHead({ batch, onCancel, children }: BatchHeadProps) {
  const t = useTranslations("batch.batch");
  const format = useFormatter();
  const done = batch.items.filter(({ task }) => !isOpen(task.status)).length;
  const day = (date: Date) => format.dateTime(new Date(date), { dateStyle: "medium" });
  return (
    <header className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="mr-auto text-2xl font-semibold">{t("title", { count: batch.total })}</h1>
        {batch.successful > 0 && (
          <a href={`/api/v1/download/${batch.jobId}/archive`} download className={buttonClass()}>
            {t("downloadAll")}
          </a>
        )}
        {isOpen(batch.status) && (
          <Button look="secondary" onClick={onCancel}>
            {t("cancel")}
          </Button>
        )}
        {children}
      </div>
      <div role="status" className="grid gap-2 text-sm text-muted">
        <span>{t("progress", { done, total: batch.total })}</span>
        {isOpen(batch.status) && (
          <Progress label={t("progress", { done, total: batch.total })} value={batch.progress} />
        )}
      </div>
      <p className="text-xs text-muted">
        {t("kept", { photos: day(batch.photosKeptUntil), models: day(batch.modelsKeptUntil) })}
      </p>
    </header>
  );
}
