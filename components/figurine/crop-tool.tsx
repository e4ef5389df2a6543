"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type PointerEvent as ReactPointerEvent, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Slider } from "#components/ui/slider.tsx";
import {
  arrowStep,
  type FrameBox,
  type MarkName,
  type MarkPlaces,
  moved,
  type Place,
} from "./crop-geometry.ts";

interface CropToolProps {
  photoUrl: string;
  frame: FrameBox;
  marks: MarkPlaces;
  size: number;
  onFrame: (middle: Place) => void;
  onSize: (size: number) => void;
  onMark: (name: MarkName, place: Place) => void;
  onReset: () => void;
  onLoad: (image: HTMLImageElement) => void;
  /** Given while a colour is picked: told where the photo was tapped. */
  onPick: ((place: Place) => void) | null;
}

const MARKS: readonly MarkName[] = ["rightEye", "leftEye", "mouth"];
const middleOf = ({ x, y, width, height }: FrameBox): Place => [x + width / 2, y + height / 2];

/** The photo with a frame, a guide for the face, and marks for eyes and mouth: by pointer and by keyboard. */
export function CropTool(props: CropToolProps) {
  const t = useTranslations("figurine.new");
  const box = useRef<HTMLDivElement>(null);
  const sizeId = useId();
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    return moved([(clientX - left) / width, (clientY - top) / height], 0, 0);
  };
  const { frame, marks } = props;
  return (
    <div className="grid gap-3">
      <div
        ref={box}
        className={clsx(
          "relative touch-none select-none overflow-hidden rounded-card bg-sunken",
          props.onPick && "cursor-crosshair",
        )}
        onPointerDown={(event) => props.onPick?.(placeOf(event))}
      >
        {/* biome-ignore lint/performance/noImgElement: the photo has not left this device yet */}
        <img
          src={props.photoUrl}
          alt=""
          draggable={false}
          className="block w-full"
          onLoad={(event) => props.onLoad(event.currentTarget)}
        />
        <Frame
          frame={frame}
          label={t("frame")}
          isOff={props.onPick !== null}
          placeOf={placeOf}
          onMove={props.onFrame}
        />
        {MARKS.map((name) => (
          <Mark
            key={name}
            label={t(name)}
            isMouth={name === "mouth"}
            isOff={props.onPick !== null}
            place={marks[name]}
            placeOf={placeOf}
            onMove={(place) => props.onMark(name, place)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-4">
        <div className="flex min-w-56 flex-1 items-center gap-3 text-sm">
          <label htmlFor={sizeId}>{t("frameSize")}</label>
          <Slider
            id={sizeId}
            min={0.1}
            max={1}
            step={0.01}
            value={props.size}
            onChange={(event) => props.onSize(event.currentTarget.valueAsNumber)}
            className="min-w-24 flex-1"
          />
        </div>
        <Button look="secondary" size="small" onClick={props.onReset}>
          {t("resetMarks")}
        </Button>
      </div>
    </div>
  );
}

interface MovableProps {
  label: string;
  /** Lets taps through while a colour is picked. */
  isOff: boolean;
  placeOf: (event: { clientX: number; clientY: number }) => Place;
  onMove: (place: Place) => void;
}

/** Drags what was taken, wherever on it, and moves it by arrow keys. */
function useMovable(place: Place, { placeOf, onMove }: MovableProps) {
  const grip = useRef<Place | null>(null);
  return {
    onPointerDown: (event: ReactPointerEvent) => {
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const [x, y] = placeOf(event);
      grip.current = [place[0] - x, place[1] - y];
    },
    onPointerMove: (event: ReactPointerEvent) => {
      if (grip.current) onMove(moved(placeOf(event), ...grip.current));
    },
    onPointerUp: () => {
      grip.current = null;
    },
    onKeyDown: (event: React.KeyboardEvent) => {
      const step = arrowStep(event.key, event.shiftKey);
      if (!step) return;
      event.preventDefault();
      onMove(moved(place, ...step));
    },
  };
}

const percent = (share: number) => `${share * 100}%`;

function Frame({ frame, ...movable }: MovableProps & { frame: FrameBox }) {
  const handlers = useMovable(middleOf(frame), movable);
  return (
    <button
      type="button"
      aria-label={movable.label}
      className={clsx(
        "absolute cursor-move rounded-lg border-2 border-white shadow-[0_0_0_9999px_rgb(0_0_0/0.45)] outline-offset-2",
        movable.isOff && "pointer-events-none",
      )}
      style={{
        left: percent(frame.x),
        top: percent(frame.y),
        width: percent(frame.width),
        height: percent(frame.height),
      }}
      {...handlers}
    >
      <svg viewBox="0 0 100 120" preserveAspectRatio="none" aria-hidden className="size-full">
        <g
          fill="none"
          stroke="white"
          strokeOpacity="0.75"
          strokeWidth="0.8"
          strokeDasharray="2.5 2"
        >
          <ellipse cx="50" cy="58" rx="33" ry="46" />
          <path d="M14 50.4H86M38 81.6H62" />
        </g>
      </svg>
    </button>
  );
}

function Mark({ place, isMouth, ...movable }: MovableProps & { place: Place; isMouth: boolean }) {
  const handlers = useMovable(place, movable);
  return (
    <button
      type="button"
      aria-label={movable.label}
      className={clsx(
        "absolute grid -translate-x-1/2 -translate-y-1/2 cursor-grab place-items-center rounded-full border-2 border-white bg-accent/55 shadow-card before:absolute before:-inset-2.5 before:content-[''] active:cursor-grabbing",
        isMouth ? "h-6 w-9" : "size-6",
        movable.isOff && "pointer-events-none",
      )}
      style={{ left: percent(place[0]), top: percent(place[1]) }}
      {...handlers}
    >
      <span aria-hidden className="size-1.5 rounded-full bg-white" />
    </button>
  );
}
