"use client";

import { RotateCw, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { isOpen } from "#components/job/is-open.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { SkeletonItems } from "#components/ui/skeleton.tsx";
import type { DesignPicture } from "#lib/designs/types.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { PictureWish } from "./design-actions.ts";
import { heroFirst } from "./hero-first.ts";
import { JobBar } from "./job-bar.tsx";
import { LineageDetails, type ShownLineage } from "./lineage-list.tsx";
import { Picture } from "./picture.tsx";
import type { JobProgress } from "./use-job.ts";

interface PicturesStripProps {
  pictures: DesignPicture[];
  /** How they came to be, beside their own seeds. */
  lineage: ShownLineage;
  title: string;
  job: JobProgress | null;
  onMore: (wish: PictureWish) => void;
  onRetry: (engine?: ChosenEngine) => void;
}

/** Light and ground of the next pictures, by the name they are offered under. */
const WISHES = {
  studio: {},
  daylight: { lights: "daylight" },
  dramatic: { lights: "dramatic", background: "dark" },
  cutout: { background: "transparent" },
} as const satisfies Record<string, PictureWish>;

type Look = keyof typeof WISHES;

const LOOKS = Object.keys(WISHES) as Look[];

/** The pictures of a revision, each opens large; more can be drawn with other light and angle. */
export function PicturesStrip(props: PicturesStripProps) {
  const { pictures, title, job, onMore, onRetry } = props;
  const t = useTranslations("design.pictures");
  const [open, setOpen] = useState<DesignPicture | null>(null);
  const [look, setLook] = useState<Look>("studio");
  const drawing = isOpen(job?.status);
  return (
    <section aria-label={t("title")} className="grid gap-3">
      <ul className="flex gap-3 overflow-x-auto pb-1">
        {heroFirst(pictures).map((picture) => (
          <li key={picture.id} className="shrink-0">
            <button
              type="button"
              onClick={() => setOpen(picture)}
              aria-label={t("open", { view: nameOf(picture, t) })}
              className="block overflow-hidden rounded-xl border border-line bg-hover"
            >
              <Picture
                src={picture.url}
                alt={t("alt", { title, view: nameOf(picture, t) })}
                width={picture.width}
                height={picture.height}
                className="size-28 object-cover sm:size-32"
              />
            </button>
          </li>
        ))}
        {drawing && (
          <SkeletonItems
            count={Math.max(1, 3 - pictures.length)}
            className="size-28 shrink-0 rounded-xl sm:size-32"
          />
        )}
        <li className="shrink-0">
          <MoreTile
            idle={!drawing}
            onClick={() => onMore(WISHES[look])}
            label={pictures.length === 0 ? t("draw") : t("more")}
          >
            <Sparkles size={18} aria-hidden />
          </MoreTile>
        </li>
        <li className="shrink-0">
          <MoreTile
            idle={!drawing}
            onClick={() => onMore({ ...WISHES[look], turntable: true })}
            label={t("turn")}
          >
            <RotateCw size={18} aria-hidden />
          </MoreTile>
        </li>
      </ul>
      <label className="flex items-center gap-2 text-xs text-muted">
        {t("look")}
        <select
          value={look}
          onChange={(event) => setLook(event.target.value as Look)}
          className="rounded-control border border-line bg-surface px-2 py-1 text-ink"
        >
          {LOOKS.map((one) => (
            <option key={one} value={one}>
              {t(`looks.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {job && job.status !== "succeeded" && (
        <JobBar label={t("drawing")} job={job} onRetry={onRetry} />
      )}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open ? nameOf(open, t) : t("title")}
        closeLabel={t("close")}
        className="w-[min(56rem,calc(100vw-2rem))]"
      >
        {open && (
          <Picture
            src={open.url}
            alt={t("alt", { title, view: nameOf(open, t) })}
            width={open.width}
            height={open.height}
            className="max-h-[68dvh] w-full rounded-control object-contain"
          />
        )}
        {open && <LineageDetails lineage={{ ...props.lineage, seed: open.seed }} />}
      </Dialog>
    </section>
  );
}

interface MoreTileProps {
  idle: boolean;
  label: string;
  onClick: () => void;
  children: ReactNode;
}

/** Focusable also while it can do nothing: the strip scrolls by keyboard through it. */
function MoreTile({ idle, label, onClick, children }: MoreTileProps) {
  return (
    <button
      type="button"
      onClick={() => idle && onClick()}
      aria-disabled={!idle}
      className="grid size-28 content-center justify-items-center gap-2 rounded-xl border border-dashed border-line p-3 text-center text-xs text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-50 sm:size-32"
    >
      {children}
      {label}
    </button>
  );
}

type Translate = ReturnType<typeof useTranslations<"design.pictures">>;

function nameOf(picture: DesignPicture, t: Translate): string {
  const view = picture.view ?? "";
  return t.has(`views.${view}`) ? t(`views.${view}`) : view || t("picture");
}
