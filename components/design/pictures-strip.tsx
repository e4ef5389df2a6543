"use client";

import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import type { DesignPicture } from "#lib/designs/types.ts";
import { heroFirst } from "./hero-first.ts";
import { JobBar } from "./job-bar.tsx";
import { Picture } from "./picture.tsx";
import type { JobProgress } from "./use-job.ts";

interface PicturesStripProps {
  pictures: DesignPicture[];
  title: string;
  job: JobProgress | null;
  onMore: () => void;
  onRetry: () => void;
}

/** The pictures of a revision, each opens large; more can be drawn with other light and angle. */
export function PicturesStrip({ pictures, title, job, onMore, onRetry }: PicturesStripProps) {
  const t = useTranslations("design.pictures");
  const [open, setOpen] = useState<DesignPicture | null>(null);
  const drawing = job?.status === "queued" || job?.status === "running";
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
        {drawing && <Placeholder count={Math.max(1, 3 - pictures.length)} />}
        <li className="shrink-0">
          <button
            type="button"
            // Focusable also while it can do nothing: the strip scrolls by keyboard through it.
            onClick={() => !drawing && onMore()}
            aria-disabled={drawing}
            className="grid size-28 content-center justify-items-center gap-2 rounded-xl border border-dashed border-line p-3 text-center text-xs text-muted hover:bg-hover hover:text-ink aria-disabled:opacity-50 sm:size-32"
          >
            <Sparkles size={18} aria-hidden />
            {pictures.length === 0 ? t("draw") : t("more")}
          </button>
        </li>
      </ul>
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
            className="max-h-[76dvh] w-full rounded-control object-contain"
          />
        )}
      </Dialog>
    </section>
  );
}

type Translate = ReturnType<typeof useTranslations<"design.pictures">>;

function nameOf(picture: DesignPicture, t: Translate): string {
  const view = picture.view ?? "";
  return t.has(`views.${view}`) ? t(`views.${view}`) : view || t("picture");
}

function Placeholder({ count }: { count: number }) {
  return Array.from({ length: count }, (_, at) => (
    <li
      // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
      key={at}
      aria-hidden
      className="size-28 shrink-0 skeleton rounded-xl sm:size-32"
    />
  ));
}
