"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useCallback, useState } from "react";
import { toast } from "#components/ui/toast.tsx";
import { useLivePiece } from "#components/viewer/use-live-piece.ts";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { DesignJob } from "#lib/designs/list-design-jobs.ts";
import type { DesignRevision, DesignView } from "#lib/designs/types.ts";
import type { ActionResult } from "#lib/http/define-action.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import type { Aim } from "./aim-panel.tsx";
import type { DesignActions } from "./design-actions.ts";
import { Inspector } from "./inspector.tsx";
import { PieceStage } from "./piece-stage.tsx";
import type { Outcome } from "./piece-summary.tsx";
import { type Edits, useEdits } from "./use-edits.ts";

export interface WorkbenchData {
  design: DesignView;
  /** Newest first. */
  revisions: DesignRevision[];
  fields: readonly Field[];
  jobs: DesignJob[];
  /** What making the newest model again would give, in the person's words. */
  again: string;
}

export interface WorkbenchProps extends WorkbenchData {
  actions: DesignActions;
  /** Links beside the title: other pieces, the piece alone. */
  aside?: ReactNode;
}

/** A piece to look at and to change: model, pictures, and everything that is known about it. */
export function Workbench({
  design: given,
  revisions,
  fields,
  jobs,
  again,
  actions,
  aside,
}: WorkbenchProps) {
  const router = useRouter();
  const t = useTranslations("design.saving");
  const aimTexts = useTranslations("design.aim");
  const refresh = useCallback(() => router.refresh(), [router]);
  const edits = useEdits(given, actions.edit, refresh);
  const { design } = edits;
  const live = useLivePiece(design.kind, edits.spec);
  const [pointed, setPointed] = useState<Finding | null>(null);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [busy, setBusy] = useState(false);

  /** What an action answers; null when it was refused, which is told. */
  const ask = async <T,>(work: Promise<ActionResult<T>>): Promise<T | null> => {
    setBusy(true);
    const result = await work.catch(() => null);
    if (!result?.ok) toast(result?.error.message ?? t("unreachable"), "bad");
    setBusy(false);
    return result?.ok ? result.data : null;
  };
  const run = async <T,>(work: Promise<ActionResult<T>>) => {
    await ask(work);
    refresh();
  };
  const newest = design.revision.number;
  const solve = async (aim: Aim) => {
    const solved = await ask(actions.solve({ designId: design.id, baseRevision: newest, ...aim }));
    if (solved?.design.revision.number === newest) toast(aimTexts("kept"), "good");
    refresh();
  };
  const saved = outcomeOf(design.revision);
  const shown = edits.dirty ? (live.piece ?? saved) : (saved ?? live.piece);
  return (
    <>
      <PieceStage
        edits={edits}
        fields={fields}
        live={live}
        shown={shown}
        saved={edits.dirty ? saved : null}
        pointed={pointed}
        aside={aside}
        comparison={!edits.dirty && comparison?.to === newest ? comparison : null}
        onCloseComparison={() => setComparison(null)}
        pictures={{
          job: jobOf(jobs, "draw-pictures"),
          onMore: (wish) => run(actions.drawMore({ designId: design.id, ...wish })),
          onRetry: (taskIds, engine) => run(actions.retry({ taskIds, ...(engine && { engine }) })),
          onStep: refresh,
        }}
      />
      <Inspector
        edits={edits}
        shown={shown}
        refused={live.refused}
        revisions={withNewest(revisions, edits)}
        fields={fields}
        modelJob={jobOf(jobs, "build-model")}
        again={again}
        onAgain={() => run(actions.again({ designId: design.id }))}
        pointed={pointed}
        busy={busy || edits.dirty}
        onPoint={setPointed}
        onStep={refresh}
        onRestore={(toRevision) => run(actions.revert({ designId: design.id, toRevision }))}
        onRetry={(taskIds, engine) => run(actions.retry({ taskIds, ...(engine && { engine }) }))}
        onAim={solve}
        onRunSizes={async (sizes) =>
          (await ask(actions.runSizes({ designId: design.id, ...sizes })))?.jobId ?? null
        }
        onJudge={() => ask(actions.judge({ designId: design.id, revisionNumber: newest }))}
        onCompare={async (from) => {
          const found = await ask(actions.compare({ designId: design.id, from, to: newest }));
          setComparison(found);
          return found;
        }}
      />
    </>
  );
}

const jobOf = (jobs: DesignJob[], kind: DesignJob["kind"]) =>
  jobs.find((job) => job.kind === kind) ?? null;

function outcomeOf({ measures, price, findings }: DesignRevision): Outcome | null {
  return measures && price ? { measures, price, findings } : null;
}

/** The history with a revision the server just answered, before the page knows of it. */
function withNewest(revisions: DesignRevision[], { design }: Edits): DesignRevision[] {
  const newest = design.revision;
  return revisions[0] && revisions[0].number >= newest.number ? revisions : [newest, ...revisions];
}
