"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LiveState } from "#components/viewer/use-live-piece.ts";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { DesignJob } from "#lib/designs/list-design-jobs.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import { DEFAULT_LIMITS } from "#lib/kernel/print/limits.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { findAlloy } from "#lib/shared/alloys.ts";
import type { PictureWish } from "./design-actions.ts";
import { heroFirst } from "./hero-first.ts";
import { lineageOfRevision } from "./lineage-list.tsx";
import { Picture } from "./picture.tsx";
import { PicturesStrip } from "./pictures-strip.tsx";
import { type Outcome, PieceSummary } from "./piece-summary.tsx";
import { SaveState } from "./save-state.tsx";
import { useColouredView } from "./use-coloured-view.ts";
import type { Edits } from "./use-edits.ts";
import { useJob } from "./use-job.ts";

const Viewer = dynamic(() => import("#components/viewer/viewer.tsx").then((m) => m.Viewer), {
  ssr: false,
});

interface PieceStageProps {
  edits: Edits;
  fields: readonly Field[];
  live: LiveState;
  shown: Outcome | null;
  saved: Outcome | null;
  pointed: Finding | null;
  aside: ReactNode;
  /** Two revisions whose difference is shown in the place of the piece. */
  comparison: Comparison | null;
  onCloseComparison: () => void;
  pictures: {
    job: DesignJob | null;
    onMore: (wish: PictureWish) => void;
    onRetry: (taskIds: string[], engine?: ChosenEngine) => void;
    onStep: () => void;
  };
}

/** The piece itself: title and numbers above, the model in the middle, its pictures below. */
export function PieceStage(props: PieceStageProps) {
  const { edits, fields, live, shown, saved, pointed, aside, pictures } = props;
  const { comparison, onCloseComparison } = props;
  const t = useTranslations("design.live");
  const { design } = edits;
  const job = useJob(pictures.job, pictures.onStep);
  const limitMm = wallLimitOf(shown);
  const coloured = useColouredView({
    ...{ kind: design.kind, spec: edits.spec, limitMm },
    ...{ comparison, onCloseComparison },
  });
  const picture = heroFirst(design.revision.pictures)[0];
  return (
    <section
      aria-labelledby="piece-title"
      className="stage flex min-h-0 min-w-0 flex-col gap-3 overflow-y-auto p-4 sm:p-5"
    >
      <header className="grid gap-2">
        <h1 id="piece-title" className="text-lg leading-snug font-semibold sm:text-xl">
          {design.title}
        </h1>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          {shown && <PieceSummary shown={shown} saved={saved} />}
          <div className="flex flex-wrap items-center gap-2">
            <SaveState edits={edits} fields={fields} />
            {aside}
          </div>
        </div>
      </header>
      <Viewer
        parts={coloured.parts ?? live.piece?.parts ?? null}
        legend={coloured.legend}
        {...(limitMm !== null && { walls: coloured.walls })}
        title={design.revision.words ?? design.title}
        pointed={pointed?.at ? { at: pointed.at, status: pointed.status } : null}
        className="min-h-72 flex-1 rounded-card bg-linear-to-b from-surface to-sunken max-lg:h-[46svh] max-lg:flex-none"
        picture={
          picture && (
            <Picture src={picture.url} alt="" className="size-full object-contain opacity-60" />
          )
        }
      />
      {live.broken && <p className="text-sm text-muted">{t("broken")}</p>}
      <PicturesStrip
        pictures={design.revision.pictures}
        lineage={lineageOfRevision(design.revision)}
        title={design.title}
        job={job}
        onMore={pictures.onMore}
        onRetry={(engine) => pictures.onRetry(pictures.job?.failedTaskIds ?? [], engine)}
      />
    </section>
  );
}

/** What the piece's own process asks of its walls, mm; null of what has none. */
function wallLimitOf(shown: Outcome | null): number | null {
  if (!shown || shown.measures.garment) return null;
  const wall = shown.findings.find(
    ({ rule, limit }) => rule === "wall-thickness" && limit !== null,
  );
  return wall?.limit ?? DEFAULT_LIMITS[isCast(shown) ? "cast-metal" : "sla"].wallMm;
}

const isCast = ({ measures }: Outcome): boolean =>
  measures.madeOf.some(({ material }) => findAlloy(material));
