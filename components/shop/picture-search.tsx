"use client";

import { Crop, ImageUp, LoaderCircle } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useRef, useState } from "react";
import { PICTURE_TYPES, uploadPicture } from "#components/design/upload-picture.ts";
import { Button } from "#components/ui/button.tsx";
import type { QueryPreview } from "#lib/search/query-preview.ts";
import { CropDialog } from "./crop-dialog.tsx";
import { withParams } from "./with-params.ts";

interface PictureSearchProps {
  /** The shop's address without a picture. */
  base: string;
  /** What is searched by now. */
  picture: QueryPreview | null;
  /** The chosen part: `x,y,width,height` as shares. */
  crop: string;
}

/** Sends a picture and searches by it; of the one searched by, a part can be chosen. */
export function PictureSearch({ base, picture, crop }: PictureSearchProps) {
  const t = useTranslations("shop.search");
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [cropping, setCropping] = useState(false);

  const send = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (!file) return;
    setBusy(true);
    setProblem(null);
    const sent = await uploadPicture(file, t("failed"));
    setBusy(false);
    currentTarget.value = "";
    if (typeof sent === "string") setProblem(sent);
    else router.push(withParams(base, { image: sent.id }));
  };

  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES}
        aria-label={t("picture")}
        onChange={send}
        className="sr-only"
        tabIndex={-1}
      />
      <Button look="secondary" size="large" disabled={busy} onClick={() => input.current?.click()}>
        {busy ? (
          <LoaderCircle aria-hidden className="size-4.5 animate-spin" />
        ) : (
          <ImageUp aria-hidden className="size-4.5" />
        )}
        {busy ? t("uploading") : t(picture ? "change" : "picture")}
      </Button>
      {picture && (
        <Button look="quiet" size="large" onClick={() => setCropping(true)}>
          <Crop aria-hidden className="size-4.5" /> {t("crop")}
        </Button>
      )}
      {problem && (
        <p role="alert" className="text-sm text-bad">
          {problem}
        </p>
      )}
      {picture && cropping && (
        <CropDialog
          url={picture.url}
          crop={crop}
          onClose={() => setCropping(false)}
          onUse={(chosen) => {
            setCropping(false);
            router.push(
              withParams(base, { [picture.source]: picture.id, ...(chosen && { crop: chosen }) }),
            );
          }}
        />
      )}
    </div>
  );
}
