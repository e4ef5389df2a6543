"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useDropzone } from "react-dropzone";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { RefusedFile, sendPastApp } from "#components/upload/send-past-app.ts";
import { BatchOptionsFields } from "./batch-options-fields.tsx";
import { type ChosenPhoto, choosePhotos, type PhotoLimits } from "./photo-files.ts";
import { PhotoList } from "./photo-list.tsx";
import { RefusedUpload, type SendKey, sendKey, sendPhotos } from "./send-photos.ts";

interface UploadFormProps {
  limits: PhotoLimits;
  /** What was wrong with a form sent without scripts. */
  problem: string | null;
}

/** Photos and what to make of them. Without scripts it is a plain form to the same address. */
export function UploadForm({ limits, problem: given }: UploadFormProps) {
  const t = useTranslations("batch.new");
  const router = useRouter();
  const [photos, setPhotos] = useState<ChosenPhoto[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState(given);
  const lastKey = useRef<SendKey | null>(null);
  useRevoked(photos);
  const good = photos.filter(({ refusal }) => refusal === null);
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    noClick: true,
    noKeyboard: true,
    onDrop: async (accepted) => {
      setProblem(null);
      setPhotos(await choosePhotos(photos, accepted, limits));
    },
  });

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.delete("files");
    for (const { file } of good) form.append("files", file);
    setShare(0);
    setProblem(null);
    lastKey.current = sendKey(lastKey.current, form);
    try {
      const { jobId } = await sendPhotos(
        await sendPastApp(form, setShare),
        lastKey.current,
        setShare,
      );
      router.push(`/batches/${jobId}`);
    } catch (error) {
      const isRefused = error instanceof RefusedUpload || error instanceof RefusedFile;
      if (isRefused) lastKey.current = null;
      setProblem(isRefused ? error.message : t("unreachable"));
      setShare(null);
    }
  };

  return (
    <form
      action="/api/v1/upload"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <div className="grid content-start gap-4">
        <div
          {...getRootProps()}
          data-over={isDragActive}
          className="grid place-items-center gap-3 rounded-card border-2 border-dashed border-line-strong bg-surface px-6 py-12 text-center data-[over=true]:border-accent data-[over=true]:bg-accent-soft"
        >
          <p className="font-medium">{t("drop")}</p>
          <p className="text-sm text-muted">
            {t("limits", { photos: limits.photos, megabytes: limits.bytes / 1024 / 1024 })}
          </p>
          <input
            {...getInputProps({
              name: "files",
              accept: "image/jpeg,image/png,image/webp",
              "aria-label": t("choose"),
              style: {},
            })}
            className="max-w-full text-sm text-muted file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink"
          />
        </div>
        <PhotoList
          photos={photos}
          limits={limits}
          onRemove={(id) => setPhotos(photos.filter((photo) => photo.id !== id))}
          onMore={open}
        />
      </div>
      <div className="grid content-start gap-5">
        <BatchOptionsFields />
        <SendState
          count={good.length}
          isEmpty={photos.length > 0 && good.length === 0}
          share={share}
          problem={problem}
        />
      </div>
    </form>
  );
}

interface SendStateProps {
  count: number;
  isEmpty: boolean;
  /** 0 to 1 while it is sent. */
  share: number | null;
  problem: string | null;
}

function SendState({ count, isEmpty, share, problem }: SendStateProps) {
  const t = useTranslations("batch.new");
  return (
    <>
      {problem && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {share === null ? (
        <Button type="submit" size="large" disabled={isEmpty}>
          {t("send", { count })}
        </Button>
      ) : (
        <div role="status" className="grid gap-2 text-sm text-muted">
          <span>{t("sending", { percent: Math.round(share * 100) })}</span>
          <Progress label={t("sending", { percent: Math.round(share * 100) })} value={share} />
        </div>
      )}
    </>
  );
}

/** Frees the thumbnails of photos that are no longer shown. */
function useRevoked(photos: readonly ChosenPhoto[]): void {
  const shown = useRef(new Set<string>());
  useEffect(() => {
    const now = new Set(photos.flatMap(({ previewUrl }) => previewUrl ?? []));
    for (const url of shown.current) if (!now.has(url)) URL.revokeObjectURL(url);
    shown.current = now;
  }, [photos]);
}
