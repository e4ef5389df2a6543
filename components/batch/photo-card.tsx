"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { decimal, formatBytes } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import { isOpen } from "#components/job/is-open.ts";
import type { TaskProgress } from "#components/job/use-task-progress.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { BatchItem, PhotoModel } from "#lib/batches/types.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import { doubtOf } from "#lib/kernel/relief/doubts.ts";
import { KERNEL_NAME } from "#lib/kernel/version.ts";

interface PhotoButtonsProps {
  item: BatchItem;
  onCancel: () => void;
  onRetry: (engine?: ChosenEngine) => void;
  onView: () => void;
  onCorrect: () => void;
}

interface PhotoCardProps extends PhotoButtonsProps {
  progress: TaskProgress;
}

const TONES: Record<BatchItem["task"]["status"], Tone> = {
  queued: "plain",
  running: "accent",
  succeeded: "good",
  failed: "bad",
  cancelled: "plain",
};
/** Below this the person is asked to look at the outline. */
const SURE = 0.6;

/** One photo of a batch: how far it is, what came of it, and what can be done with it. */
export function PhotoCard({ item, progress, ...on }: PhotoCardProps) {
  const t = useTranslations("batch");
  const { task, model } = item;
  return (
    <li className="grid content-start gap-3 rounded-card border border-line bg-surface p-3">
      <PhotoPicture item={item} />
      <div className="flex items-center gap-2">
        <p className="flex-1 truncate text-sm font-medium">{task.name}</p>
        <Badge tone={TONES[task.status]}>{t(`status.${task.status}`)}</Badge>
      </div>
      {task.status === "running" && (
        <div className="grid gap-1.5 text-xs text-muted">
          <span>{progress.message ?? t("status.running")}</span>
          <Progress label={task.name} value={progress.progress} />
        </div>
      )}
      {task.error && <p className="text-sm text-bad">{task.error.message}</p>}
      {canBeMadeHere(item) && <p className="text-xs text-muted">{t("batch.makeHereText")}</p>}
      {model && <ModelFacts model={model} chosen={item.engine} />}
      <PhotoButtons item={item} {...on} />
      <FileLinks item={item} />
    </li>
  );
}

function PhotoButtons({ item, onCancel, onRetry, onView, onCorrect }: PhotoButtonsProps) {
  const t = useTranslations("batch.batch");
  const { task, model } = item;
  const mayCorrect = item.photoUrl !== null && (model !== null || task.status === "failed");
  return (
    <div className="flex flex-wrap gap-2">
      {item.files.some(({ format }) => format === "glb") && (
        <Button size="small" onClick={onView}>
          {t("view")}
        </Button>
      )}
      {isOpen(task.status) && (
        <Button
          size="small"
          look="secondary"
          aria-label={t("cancelOne", { name: task.name })}
          onClick={onCancel}
        >
          {t("cancel")}
        </Button>
      )}
      <RetryButtons item={item} onRetry={onRetry} />
      {mayCorrect && (
        <Button size="small" look="secondary" onClick={onCorrect}>
          {t("mask")}
        </Button>
      )}
      {model && (
        <Link
          href={`/designs/${model.designId}`}
          className="self-center text-sm text-accent hover:underline"
        >
          {t("edit")}
        </Link>
      )}
    </div>
  );
}

/** Once more as before, or on this machine where the provider has failed. */
function RetryButtons({ item, onRetry }: Pick<PhotoButtonsProps, "item" | "onRetry">) {
  const t = useTranslations("batch.batch");
  const { status } = item.task;
  if (status !== "failed" && status !== "cancelled") return null;
  return (
    <>
      <Button size="small" look="secondary" onClick={() => onRetry()}>
        {t("retry")}
      </Button>
      {canBeMadeHere(item) && (
        <Button size="small" look="secondary" onClick={() => onRetry("embedded")}>
          {t("makeHere")}
        </Button>
      )}
    </>
  );
}

function PhotoPicture({ item }: { item: BatchItem }) {
  const t = useTranslations("batch.batch");
  return (
    <div className="relative aspect-[4/3] overflow-hidden rounded-lg bg-hover">
      {item.photoUrl ? (
        <Picture src={item.photoUrl} alt={item.task.name} className="size-full object-contain" />
      ) : (
        <p className="grid size-full place-items-center text-xs text-muted">{t("photoGone")}</p>
      )}
    </div>
  );
}

/** The provider has failed, and the kernel could do it: an offer, never done by itself. */
const canBeMadeHere = ({ task }: BatchItem): boolean =>
  task.status === "failed" && task.error?.details?.fallback === "embedded";

interface ModelFactsProps {
  model: PhotoModel;
  chosen: ChosenEngine | null;
}

function ModelFacts({ model, chosen }: ModelFactsProps) {
  const t = useTranslations("batch.batch");
  const locale = useLocale();
  const [x, y, z] = model.boxMm.map((side) => decimal(side, 1, 1, locale));
  const percent = model.confidence === null ? null : Math.round(model.confidence * 100);
  const isUnsure = model.confidence !== null && model.confidence < SURE;
  const provider = model.engine && model.engine.name !== KERNEL_NAME ? model.engine : null;
  const doubtIn = (words: string) => {
    const name = doubtOf(words);
    return name ? t(`doubts.${name}`) : words;
  };
  const subjectWords = () => {
    if (provider) return t("madeBy", { name: provider.name, model: provider.version });
    return percent === null ? t("ownMask") : t("confidence", { percent });
  };
  return (
    <div className="grid gap-1 text-xs text-muted">
      <p className="tabular-nums">
        {t("faces", { count: model.faces })} · {t("size", { x: x!, y: y!, z: z! })} ·{" "}
        {model.watertight ? t("watertight") : t("open")}
      </p>
      <p className={isUnsure ? "text-warn" : ""}>{subjectWords()}</p>
      {chosen === "embedded" && <p>{t("madeHere")}</p>}
      {model.doubts.map((doubt) => (
        <p key={doubt} className="text-warn">
          {doubtIn(doubt)}
        </p>
      ))}
    </div>
  );
}

function FileLinks({ item }: { item: BatchItem }) {
  const t = useTranslations("batch.batch");
  const files = item.files.filter(({ format }) => format !== "manifest");
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {files.map(({ format, url, filename, bytes }) => (
        <li key={format}>
          <a href={url} download={filename} className="text-accent hover:underline">
            {t("download", { format: format.toUpperCase(), size: formatBytes(bytes) })}
          </a>
        </li>
      ))}
    </ul>
  );
}
