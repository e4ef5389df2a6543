"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { PhotoCrop, type PhotoPlace } from "./photo-crop.tsx";

interface PhotoPanelProps {
  photos: readonly File[];
  /** The photo that is shown, and the one the face is of. */
  shown: number;
  face: number;
  places: Readonly<Record<number, PhotoPlace>>;
  onShow: (index: number) => void;
  onFace: (index: number) => void;
  onPlace: (index: number, place: PhotoPlace) => void;
}

/** The photos that were chosen: each with its crop and what it is used for. */
export function PhotoPanel(props: PhotoPanelProps) {
  const { photos, shown, face, places, onShow, onFace, onPlace } = props;
  const t = useTranslations("figurine.new");
  return (
    <Card className="grid gap-4">
      <CardTitle>{t("crop")}</CardTitle>
      {photos.length > 1 && (
        <div className="grid gap-3">
          <div className="flex flex-wrap gap-2">
            {photos.map((photo, index) => (
              <Button
                key={`${photo.name}-${photo.size}`}
                size="small"
                look={index === shown ? "primary" : "secondary"}
                aria-pressed={index === shown}
                onClick={() => onShow(index)}
              >
                {t("photo", { number: index + 1 })} · {t(`use.${purposeOf(index, face, places)}`)}
              </Button>
            ))}
          </div>
          <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-muted">
            <span>{t(`useText.${purposeOf(shown, face, places)}`)}</span>
            {shown !== face && (
              <Button size="small" look="secondary" onClick={() => onFace(shown)}>
                {t("makeFace")}
              </Button>
            )}
          </div>
        </div>
      )}
      {photos.map((photo, index) => (
        <div key={`${photo.name}-${photo.size}`} className={clsx(index !== shown && "hidden")}>
          <PhotoCrop
            photo={photo}
            hasColours={index === face}
            onPlace={(place) => onPlace(index, place)}
          />
        </div>
      ))}
    </Card>
  );
}

/** A photo besides the face's own helps once its marks were set. */
function purposeOf(index: number, face: number, places: PhotoPanelProps["places"]) {
  if (index === face) return "face";
  return places[index]?.changes.eyes ? "helps" : "kept";
}
