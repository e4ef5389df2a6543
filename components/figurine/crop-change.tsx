"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import { CropTool } from "./crop-tool.tsx";
import { useCrop } from "./use-crop.ts";

interface CropChangeProps {
  figurine: FigurineView;
  onRevise: (changes: FigurineChanges) => void;
}

/** Another crop, or another photo of those that are kept. */
export function CropChange({ figurine, onRevise }: CropChangeProps) {
  const t = useTranslations("figurine");
  const [shown, setShown] = useState(figurine.input.photo);
  return (
    <div className="grid max-w-md gap-4">
      <h3 className="font-medium">{t("board.newCrop")}</h3>
      {figurine.photos.length > 1 && (
        <div className="flex gap-2">
          {figurine.photos.map(({ id }, index) => (
            <Button
              key={id}
              size="small"
              look={index === shown ? "primary" : "secondary"}
              aria-pressed={index === shown}
              onClick={() => setShown(index)}
            >
              {t("new.photo", { number: index + 1 })}
            </Button>
          ))}
        </div>
      )}
      <PhotoCropChange key={shown} {...{ figurine, shown, onRevise }} />
    </div>
  );
}

function PhotoCropChange({ figurine, shown, onRevise }: CropChangeProps & { shown: number }) {
  const t = useTranslations("figurine.board");
  const isFace = shown === figurine.input.photo;
  const others = figurine.input.others.filter((other) => other.photo !== shown);
  const crop = useCrop(isFace ? { frame: figurine.input.crop, marks: figurine.marks } : {});
  const photo = figurine.photos[shown];
  if (!photo) return null;
  return (
    <>
      <CropTool
        photoUrl={photo.url}
        frame={crop.frame}
        marks={crop.marks}
        size={crop.size}
        onFrame={crop.setMiddle}
        onSize={crop.setSize}
        onMark={crop.setMark}
        onReset={crop.resetMarks}
        onLoad={crop.open}
        onPick={null}
      />
      <div>
        <Button size="small" onClick={() => onRevise({ ...crop.changes(), photo: shown, others })}>
          {t("makeAnew")}
        </Button>
      </div>
    </>
  );
}
