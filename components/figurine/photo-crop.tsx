"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import { ColourSample } from "./colour-sample.tsx";
import { CropTool } from "./crop-tool.tsx";
import { useCrop } from "./use-crop.ts";

/** Where the face of a photo is, as a person set it. */
export interface PhotoPlace {
  /** Crop, and marks where they were moved; colours that were corrected. */
  changes: FigurineChanges;
  /** Marks to draw with now: the guide's until they are moved. */
  marks: ReturnType<typeof useCrop>["marks"];
  image: HTMLImageElement | null;
}

interface PhotoCropProps {
  photo: File;
  /** Colours are sampled from the photo the face is of. */
  hasColours: boolean;
  onPlace: (place: PhotoPlace) => void;
}

/** One photo with its crop, marks and colours; tells whenever any of them changes. */
export function PhotoCrop({ photo, hasColours, onPlace }: PhotoCropProps) {
  const t = useTranslations("figurine.new");
  const crop = useCrop();
  const url = useObjectUrl(photo);
  const { marks, image } = crop;
  const changes = crop.changes();
  const key = JSON.stringify([changes, marks, image !== null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when anything changed
  useEffect(() => onPlace({ changes, marks, image }), [key]);
  if (!url) return null;
  return (
    <div className="grid gap-4">
      <p className="text-sm text-muted">{t("cropText")}</p>
      <CropTool
        photoUrl={url}
        frame={crop.frame}
        marks={marks}
        size={crop.size}
        onFrame={crop.setMiddle}
        onSize={crop.setSize}
        onMark={crop.setMark}
        onReset={crop.resetMarks}
        onLoad={crop.open}
        onPick={crop.pick}
      />
      {hasColours && <ColourSamples crop={crop} />}
    </div>
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

/** An address of a file on this device, freed when it is no longer shown. */
function useObjectUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url;
}
