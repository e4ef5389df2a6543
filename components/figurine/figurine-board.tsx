"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useTaskProgress } from "#components/job/use-task-progress.ts";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { DeleteButton } from "#components/ui/delete-button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ExtraFields } from "#lib/figurines/extra-fields.ts";
import type { FigurineView, StageView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import type { ActionResult } from "#lib/http/define-action.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { ApprovalPanel } from "./approval-panel.tsx";
import { ChangePanel, canBeDrawnHere } from "./change-panel.tsx";
import { ChecksPanel } from "./checks-panel.tsx";
import type { FigurineActions } from "./figurine-actions.ts";
import { StageResult } from "./stage-result.tsx";

interface FigurineBoardProps {
  figurine: FigurineView;
  retentionHours: number;
  /** What the options offer beside those that figurines have of their own. */
  extra: ExtraFields;
  actions: FigurineActions;
}

const STATUS_TONES: Record<FigurineView["status"], Tone> = {
  needs_crop: "warn",
  making: "accent",
  failed: "bad",
  ready: "good",
  approved: "good",
};

/** A figurine while it is made and after: each stage with what came of it, and the way back to any. */
export function FigurineBoard({ figurine, retentionHours, extra, actions }: FigurineBoardProps) {
  const t = useTranslations("figurine.board");
  const router = useRouter();
  const progress = useTaskProgress({ ...figurine, status: figurine.jobStatus });
  const figurineId = figurine.id;
  const run = async (work: Promise<ActionResult<unknown>>) => {
    const result = await work;
    if (!result.ok) toast(result.error.message, "bad");
    router.refresh();
  };
  const revise = (changes: FigurineChanges) => run(actions.revise({ figurineId, changes }));
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center gap-3">
        <h1 className="text-2xl font-semibold">{figurine.title}</h1>
        <Badge role="status" tone={STATUS_TONES[figurine.status]}>
          {t(`status.${figurine.status}`)}
        </Badge>
        <div className="ml-auto">
          <DeleteButton
            namespace="figurine.board"
            size="small"
            onDelete={() => run(actions.remove({ figurineId }))}
          />
        </div>
      </header>
      <StageStrip stages={figurine.stages} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ol className="grid content-start gap-6">
          {figurine.stages.map((stage) => (
            <StageCard
              key={stage.stage}
              stage={stage}
              live={progress.get(stage.taskId ?? "")}
              figurine={figurine}
              extra={extra}
              onRevise={revise}
            />
          ))}
        </ol>
        <div className="grid content-start gap-6 lg:sticky lg:top-20 lg:max-h-[calc(100svh-6rem)] lg:self-start lg:overflow-y-auto">
          <ApprovalPanel
            figurine={figurine}
            retentionHours={retentionHours}
            onApprove={() => run(actions.approve({ figurineId }))}
          />
          <ChecksPanel figurine={figurine} />
        </div>
      </div>
    </div>
  );
}

const STATE_TONES: Record<StageView["status"], Tone> = {
  waiting: "plain",
  running: "accent",
  done: "good",
  failed: "bad",
  outdated: "warn",
};

function StageStrip({ stages }: { stages: readonly StageView[] }) {
  const t = useTranslations("figurine.board");
  return (
    <nav aria-label={t("stages")}>
      <ul className="flex flex-wrap gap-2">
        {stages.map(({ stage, status }, index) => (
          <li key={stage}>
            <a
              href={`#stage-${stage}`}
              className="flex items-center gap-2 rounded-control border border-line bg-surface px-3 py-1.5 text-sm hover:bg-hover"
            >
              <span className="text-muted tabular-nums">{index + 1}</span>
              {t(`stage.${stage}`)}
              <Badge tone={STATE_TONES[status]}>{t(`state.${status}`)}</Badge>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface StageCardProps {
  stage: StageView;
  live: { progress: number; message: string | null } | undefined;
  figurine: FigurineView;
  extra: ExtraFields;
  onRevise: (changes: FigurineChanges) => void;
}

function StageCard({ stage, live, figurine, extra, onRevise }: StageCardProps) {
  const t = useTranslations("figurine.board");
  const format = useFormatter();
  const locale = useLocale();
  const isRunning = stage.status === "running" || live !== undefined;
  const isShown = isRunning && stage.status !== "done" && stage.status !== "failed";
  const share = live?.progress ?? stage.progress;
  const name = t(`stage.${stage.stage}`);
  return (
    <li id={`stage-${stage.stage}`} className="scroll-mt-20">
      <Card aria-label={name} className="grid gap-4">
        <div className="flex items-center gap-3">
          <h2 className="text-base font-semibold">{name}</h2>
          <Badge tone={STATE_TONES[stage.status]}>{t(`state.${stage.status}`)}</Badge>
        </div>
        {isShown && (
          <div role="status" className="grid gap-2 text-sm text-muted">
            <span>
              {sentenceIn(locale, live?.message ?? stage.message ?? name)},{" "}
              {format.number(share, { style: "percent" })}
            </span>
            <Progress label={name} value={share} />
          </div>
        )}
        {stage.error && <p className="text-sm text-bad">{stage.error.message}</p>}
        {canBeDrawnHere(stage) && <p className="text-sm text-muted">{t("drawHereText")}</p>}
        <StageResult stage={stage} figurine={figurine} onRevise={onRevise} />
        {figurine.status !== "approved" && (
          <ChangePanel stage={stage} figurine={figurine} extra={extra} onRevise={onRevise} />
        )}
      </Card>
    </li>
  );
}
