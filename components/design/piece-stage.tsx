"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { LiveState } from "#components/viewer/use-live-piece.ts";
import type { DesignJob } from "#lib/designs/list-design-jobs.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import type { PictureWish } from "./design-actions.ts";
import { heroFirst } from "./hero-first.ts";
import { Picture } from "./picture.tsx";
import { PicturesStrip } from "./pictures-strip.tsx";
import { type Outcome, PieceSummary } from "./piece-summary.tsx";
import { SaveState } from "./save-state.tsx";
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
  pictures: {
    job: DesignJob | null;
    onMore: (wish: PictureWish) => void;
    onRetry: (taskIds: string[]) => void;
    onStep: () => void;
  };
}

/** The piece itself: title and numbers above, the model in the middle, its pictures below. */
export function PieceStage(props: PieceStageProps) {
  const { edits, fields, live, shown, saved, pointed, aside, pictures } = props;
  const t = useTranslations("design.live");
  const { design } = edits;
  const job = useJob(pictures.job, pictures.onStep);
  const picture = heroFirst(design.revision.pictures)[0];
  return (
    <section
      aria-labelledby="piece-title"
      className="stage flex min-h-0 min-w-0 flex-col gap-3 overflow-y-auto p-4 sm:p-5"
    >
      <header className="grid gap-2">
        <div className="flex items-start justify-between gap-4">
          <h1 id="piece-title" className="text-lg leading-snug font-semibold sm:text-xl">
            {design.title}
          </h1>
          <div className="flex shrink-0 items-center gap-3">
            <SaveState edits={edits} fields={fields} />
            {aside}
          </div>
        </div>
        {shown && <PieceSummary shown={shown} saved={saved} />}
      </header>
      <Viewer
        parts={live.piece?.parts ?? null}
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
        title={design.title}
        job={job}
        onMore={pictures.onMore}
        onRetry={() => pictures.onRetry(pictures.job?.failedTaskIds ?? [])}
      />
    </section>
  );
}
