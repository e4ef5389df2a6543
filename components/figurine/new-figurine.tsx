"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { ColourSample } from "./colour-sample.tsx";
import { ConsentFields } from "./consent-fields.tsx";
import { CropTool } from "./crop-tool.tsx";
import { BodyFields, CartoonFields, HeadFields } from "./option-fields.tsx";
import { readOptions } from "./read-options.ts";
import { RefusedFigurine, sendCrop, sendFigurine } from "./send-figurine.ts";
import { useCrop } from "./use-crop.ts";

const MOST_PHOTOS = 3;

interface NewFigurineProps {
  megabytes: number;
  /** Whose models can draw the cartoon; null where only this machine can. */
  provider: string | null;
}

/** A new figurine: photo, crop with marks, options, consent. */
export function NewFigurine({ megabytes, provider }: NewFigurineProps) {
  const t = useTranslations("figurine.new");
  const router = useRouter();
  const [photos, setPhotos] = useState<File[]>([]);
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [keptId, setKeptId] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const crop = useCrop();
  const photoUrl = useObjectUrl(photos[chosen] ?? null);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const changes = { ...readOptions(form), ...crop.changes(), photo: chosen };
    const consent = {
      subject: String(form.get("subject") ?? ""),
      consent: form.has("consent"),
      guardian: form.has("guardian"),
    };
    setSending(true);
    setProblem(null);
    try {
      const id = keptId
        ? await sendCrop(keptId, changes)
        : await sendFigurine({ photos, consent, changes });
      router.push(`/figurines/${id}`);
    } catch (error) {
      const isRefused = error instanceof RefusedFigurine;
      setProblem(isRefused ? error.message : t("unreachable"));
      if (isRefused && error.figurineId) setKeptId(error.figurineId);
      setSending(false);
    }
  };
  const take = (files: FileList | null) => {
    setPhotos([...(files ?? [])].slice(0, MOST_PHOTOS));
    setChosen(0);
    setKeptId(null);
    setProblem(null);
  };

  return (
    <form onSubmit={send} className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-6">
        <PhotoChoice
          photos={photos}
          chosen={chosen}
          megabytes={megabytes}
          onTake={take}
          onChoose={setChosen}
        />
        {photoUrl && (
          <Card className="grid gap-4">
            <CardTitle>{t("crop")}</CardTitle>
            <p className="text-sm text-muted">{t("cropText")}</p>
            <CropTool
              photoUrl={photoUrl}
              frame={crop.frame}
              marks={crop.marks}
              size={crop.size}
              onFrame={crop.setMiddle}
              onSize={crop.setSize}
              onMark={crop.setMark}
              onReset={crop.resetMarks}
              onLoad={crop.open}
              onPick={crop.pick}
            />
            <ColourSamples crop={crop} />
          </Card>
        )}
      </div>
      <div className="grid content-start gap-6">
        <Card className="grid gap-4">
          <CartoonFields provider={provider} />
          <BodyFields />
          <details className="grid gap-4 text-sm">
            <summary className="cursor-pointer font-medium">{t("headOptions")}</summary>
            <div className="mt-4 grid gap-4">
              <HeadFields />
            </div>
          </details>
        </Card>
        <ConsentFields />
        {problem && <Notice tone="bad">{problem}</Notice>}
        <Button type="submit" size="large" disabled={photos.length === 0 || isSending}>
          {isSending ? t("sending") : keptId ? t("again") : t("send")}
        </Button>
      </div>
    </form>
  );
}

function ColourSamples({ crop }: { crop: ReturnType<typeof useCrop> }) {
  const t = useTranslations("figurine.new");
  const labels = { skinColour: t("skin"), hairColour: t("hairSample") };
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-sm font-semibold">{t("colours")}</legend>
      <p className="text-xs text-muted">{t("coloursText")}</p>
      {(["skinColour", "hairColour"] as const).map((name) => (
        <ColourSample
          key={name}
          label={labels[name]}
          colour={crop.colours[name]}
          isPicking={crop.picking === name}
          onColour={(colour) => crop.setColour(name, colour)}
          onPick={() => crop.setPicking(crop.picking === name ? null : name)}
        />
      ))}
    </fieldset>
  );
}

interface PhotoChoiceProps {
  photos: readonly File[];
  chosen: number;
  megabytes: number;
  onTake: (files: FileList | null) => void;
  onChoose: (index: number) => void;
}

function PhotoChoice({ photos, chosen, megabytes, onTake, onChoose }: PhotoChoiceProps) {
  const t = useTranslations("figurine.new");
  return (
    <div className="grid gap-3 rounded-card border-2 border-dashed border-line-strong bg-surface p-5 text-sm">
      <label className="grid gap-2">
        <span className="font-medium">{photos.length === 0 ? t("choose") : t("other")}</span>
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp"
          aria-label={t("choose")}
          onChange={(event) => onTake(event.currentTarget.files)}
          className="max-w-full text-muted file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink"
        />
      </label>
      <p className="text-xs text-muted">{t("more", { megabytes })}</p>
      {photos.length > 1 && (
        <div className="flex gap-2">
          {photos.map((photo, index) => (
            <Button
              key={photo.name}
              size="small"
              look={index === chosen ? "primary" : "secondary"}
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              {t("photo", { number: index + 1 })}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** An address of a file on this device, freed when it is no longer shown. */
function useObjectUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setUrl(null);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
