"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import { CropTool } from "./crop-tool.tsx";
import { useCrop } from "./use-crop.ts";

interface CropChangeProps {
  figurine: FigurineView;
  onRevise: (changes: FigurineChanges) => void;
}

/** Another crop of a photo that is kept. */
export function CropChange({ figurine, onRevise }: CropChangeProps) {
  const t = useTranslations("figurine.board");
  const crop = useCrop({ frame: figurine.input.crop, marks: figurine.marks });
  const photo = figurine.photos[figurine.input.photo] ?? figurine.photos[0];
  if (!photo) return null;
  return (
    <div className="mt-6 grid max-w-md gap-4">
      <h3 className="font-medium">{t("newCrop")}</h3>
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
        <Button size="small" onClick={() => onRevise(crop.changes())}>
          {t("makeAnew")}
        </Button>
      </div>
    </div>
  );
}
