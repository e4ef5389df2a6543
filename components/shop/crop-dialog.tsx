"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useRef, useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Slider } from "#components/ui/slider.tsx";

interface Region {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface CropDialogProps {
  url: string;
  /** `x,y,width,height` as shares, or nothing. */
  crop: string;
  onClose: () => void;
  /** The chosen part in the same form; empty for the whole picture. */
  onUse: (crop: string) => void;
}

const LEAST = 0.05;
const START: Region = { x: 0.15, y: 0.15, width: 0.7, height: 0.7 };
const EDGES = [
  ["x", "left"],
  ["y", "top"],
  ["width", "width"],
  ["height", "height"],
] as const;

/** Chooses a part of a picture: drawn over it, or set by sliders. */
export function CropDialog({ url, crop, onClose, onUse }: CropDialogProps) {
  const t = useTranslations("shop.search");
  const [region, setRegion] = useState(() => regionOf(crop) ?? START);
  const frame = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);

  const share = (event: PointerEvent) => {
    const box = frame.current!.getBoundingClientRect();
    return {
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    };
  };
  const draw = (event: PointerEvent) => {
    if (!from.current) return;
    const [start, end] = [from.current, share(event)];
    setRegion(
      fitted({
        x: Math.min(start.x, end.x),
        y: Math.min(start.y, end.y),
        width: Math.abs(start.x - end.x),
        height: Math.abs(start.y - end.y),
      }),
    );
  };

  return (
    <Dialog open onClose={onClose} title={t("cropTitle")} closeLabel={t("close")}>
      <p className="text-sm text-muted">{t("cropText")}</p>
      <div
        ref={frame}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = share(event);
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          from.current = null;
        }}
        className="relative mx-auto w-fit touch-none overflow-hidden rounded-control select-none"
      >
        <Picture src={url} alt="" draggable={false} className="block max-h-[45dvh] w-auto" />
        <span
          aria-hidden
          className="absolute border-2 border-white shadow-[0_0_0_100vmax_rgb(0_0_0/0.5)]"
          style={{
            left: percent(region.x),
            top: percent(region.y),
            width: percent(region.width),
            height: percent(region.height),
          }}
        />
      </div>
      <div className="grid grid-cols-2 gap-x-5 gap-y-2">
        {EDGES.map(([edge, label]) => (
          <Field key={edge} id={`crop-${edge}`} label={t(label)} aside={percent(region[edge])}>
            {(control) => (
              <Slider
                {...control}
                min={0}
                max={1}
                step={0.01}
                value={region[edge]}
                onChange={(event) =>
                  setRegion(fitted({ ...region, [edge]: Number(event.target.value) }))
                }
              />
            )}
          </Field>
        ))}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onClick={() => onUse("")}>
          {t("cropAll")}
        </Button>
        <Button onClick={() => onUse(toText(region))}>{t("cropUse")}</Button>
      </div>
    </Dialog>
  );
}

const within = (share: number) => Math.min(1, Math.max(0, share));
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Inside the picture, and not too small to be seen. */
function fitted({ x, y, width, height }: Region): Region {
  const left = Math.min(x, 1 - LEAST);
  const top = Math.min(y, 1 - LEAST);
  return {
    x: left,
    y: top,
    width: Math.min(1 - left, Math.max(LEAST, width)),
    height: Math.min(1 - top, Math.max(LEAST, height)),
  };
}

const toText = ({ x, y, width, height }: Region) =>
  [x, y, width, height].map((share) => share.toFixed(3)).join(",");

function regionOf(text: string): Region | null {
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = text
    .split(",")
    .map(Number);
  const region = { x, y, width, height };
  return Object.values(region).every((share) => share >= 0 && share <= 1) ? fitted(region) : null;
}
