"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { useLivePiece } from "#components/viewer/use-live-piece.ts";
import { Viewer } from "#components/viewer/viewer.tsx";
import type { Raster } from "#lib/kernel/raster/raster.ts";
import { figurineSpec, headSpec } from "#lib/kinds/figurine/from-face.ts";
import { type FigurineSpec, figurineSchema } from "#lib/kinds/figurine/schema.ts";
import type { PhotoPlace } from "../photo-crop.tsx";
import type { Wish } from "../wish/use-wish.ts";
import { type NamedCartoon, useLiveCartoon } from "./use-live-cartoon.ts";

interface LivePreviewProps {
  wish: Wish;
  /** The photo the face is of; null before one is chosen. */
  place: PhotoPlace | null;
}

/** The figurine as it would be, made on this device while things are chosen; nothing is sent. */
export default function LivePreview({ wish, place }: LivePreviewProps) {
  const t = useTranslations("figurine.preview");
  const cartoon = useLiveCartoon(place, wish);
  const spec = useMemo(() => specOf(wish, cartoon), [wish, cartoon]);
  const pictures = cartoon ? { [cartoon.id]: cartoon.face } : undefined;
  const live = useLivePiece("figurine", spec, pictures);
  return (
    <div className="grid gap-2">
      <div className="relative">
        <Viewer
          parts={live.piece?.parts ?? null}
          title={t("title")}
          showcase
          className="aspect-[4/5] max-h-[60svh] w-full rounded-card bg-linear-to-b from-surface to-sunken lg:max-h-[max(16rem,calc(100svh-28rem))]"
        />
        {cartoon && (
          <CartoonPicture
            picture={cartoon.picture}
            label={t("cartoon")}
            className="absolute top-3 left-3 size-20 rounded-lg border border-line shadow-card"
          />
        )}
      </div>
      <p className="text-xs text-muted" aria-live="polite">
        {live.refused ?? (live.broken ? t("broken") : cartoon ? t("onDevice") : t("noPhoto"))}
      </p>
    </div>
  );
}

/** What would be asked of the kernel; null where the values do not go together. */
function specOf(wish: Wish, cartoon: NamedCartoon | null): FigurineSpec | null {
  try {
    return figurineSpec(wish, cartoon ? headOf(wish, cartoon) : plainHead(wish));
  } catch {
    return null;
  }
}

const headOf = (wish: Wish, { id, skin, reading }: NamedCartoon) =>
  headSpec(wish, reading, { faceId: id, skin });

/** A head before there is a photo: what is chosen, and otherwise as the body has it. */
function plainHead({ hair, beard, headShape, glasses }: Wish): Partial<FigurineSpec> {
  const { hair: hairs } = figurineSchema.shape;
  return {
    hair: hair === "auto" ? hairs.parse(undefined) : hair,
    beard: beard === "auto" ? "none" : beard,
    headShape: headShape === "auto" ? "round" : headShape,
    glasses,
  };
}

interface CartoonPictureProps {
  picture: Raster;
  label: string;
  className: string;
}

function CartoonPicture({ picture, label, className }: CartoonPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height, rgba } = picture;
    const pixels = new ImageData(new Uint8ClampedArray(rgba), width, height);
    canvas.current?.getContext("2d")?.putImageData(pixels, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={picture.width}
      height={picture.height}
      className={className}
    />
  );
}
