"use client";

import clsx from "clsx";
import { Brush, Eraser, Lasso, Redo2, Trash2, Undo2, ZoomIn, ZoomOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { type Drawing, type DrawingStep, paintStrokes, type Tool } from "./drawing.ts";
import { usePen } from "./use-pen.ts";

interface DrawingBoardProps {
  drawing: Drawing;
  onStep: (step: DrawingStep) => void;
  /** What is drawn on: a picture, or white paper. */
  picture: { url: string; alt: string } | null;
  size: { width: number; height: number };
  label: string;
  tools: readonly Tool[];
  /** Width of the brush at first, as a part of the picture's. */
  brushWidth: number;
}

const ICONS: Record<Tool, ReactNode> = {
  brush: <Brush size={16} aria-hidden />,
  lasso: <Lasso size={16} aria-hidden />,
  eraser: <Eraser size={16} aria-hidden />,
};

const ZOOMS = [1, 1.5, 2, 3, 4];

/** A picture or a sheet to draw on: brush, lasso, eraser, taken back and forth, larger and smaller, by pointer or keys. */
export function DrawingBoard(props: DrawingBoardProps) {
  const { drawing, onStep, picture, size, label, tools } = props;
  const t = useTranslations("concept.board");
  const hintId = useId();
  const [tool, setTool] = useState<Tool>(tools[0]!);
  const [width, setWidth] = useState(props.brushWidth);
  const [zoom, setZoom] = useState(0);
  const pen = usePen({ tool, width, onStroke: (stroke) => onStep({ type: "add", stroke }) });
  const canvas = usePainted(drawing, pen.live, size, picture !== null);
  const enlarge = (by: 1 | -1) => setZoom((at) => Math.min(ZOOMS.length - 1, Math.max(0, at + by)));
  const onKeyDown = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (shortcut === null) return pen.keys.onKeyDown(event);
    event.preventDefault();
    if (shortcut === "in" || shortcut === "out") enlarge(shortcut === "in" ? 1 : -1);
    else onStep({ type: shortcut });
  };
  return (
    <div className="grid gap-3">
      <div role="toolbar" aria-label={t("tools")} className="flex flex-wrap items-center gap-2">
        {tools.map((one) => (
          <ToolButton key={one} pressed={tool === one} label={t(one)} onClick={() => setTool(one)}>
            {ICONS[one]}
          </ToolButton>
        ))}
        <div className="flex min-w-32 flex-1 items-center gap-2 text-sm text-muted sm:max-w-56">
          <span aria-hidden>{t("width")}</span>
          <Slider
            aria-label={t("width")}
            min={0.5}
            max={15}
            step={0.5}
            value={width * 100}
            onChange={(event) => setWidth(Number(event.target.value) / 100)}
          />
        </div>
        <ToolButton
          label={t("undo")}
          disabled={drawing.strokes.length === 0}
          onClick={() => onStep({ type: "undo" })}
        >
          <Undo2 size={16} aria-hidden />
        </ToolButton>
        <ToolButton
          label={t("redo")}
          disabled={drawing.undone.length === 0}
          onClick={() => onStep({ type: "redo" })}
        >
          <Redo2 size={16} aria-hidden />
        </ToolButton>
        <ToolButton
          label={t("clear")}
          disabled={drawing.strokes.length === 0}
          onClick={() => onStep({ type: "clear" })}
        >
          <Trash2 size={16} aria-hidden />
        </ToolButton>
        <ToolButton label={t("zoomOut")} disabled={zoom === 0} onClick={() => enlarge(-1)}>
          <ZoomOut size={16} aria-hidden />
        </ToolButton>
        <ToolButton
          label={t("zoomIn")}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => enlarge(1)}
        >
          <ZoomIn size={16} aria-hidden />
        </ToolButton>
        <output className="text-sm text-muted tabular-nums">
          {Math.round(ZOOMS[zoom]! * 100)} %
        </output>
      </div>
      {/* Scrolled by its own keys only when it is larger than its frame; the board inside takes the arrows. */}
      <div className="max-h-[64dvh] overflow-auto rounded-card border border-line bg-sunken">
        <div
          role="application"
          aria-label={label}
          aria-describedby={hintId}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is interactive
          tabIndex={0}
          onKeyDown={onKeyDown}
          onBlur={pen.keys.onBlur}
          {...pen.pointer}
          className="relative mx-auto touch-none select-none cursor-crosshair"
          style={{
            width: `${ZOOMS[zoom]! * 100}%`,
            maxWidth: `calc(64dvh * ${(ZOOMS[zoom]! * size.width) / size.height})`,
            aspectRatio: `${size.width} / ${size.height}`,
          }}
        >
          {picture ? (
            <Picture
              src={picture.url}
              alt={picture.alt}
              draggable={false}
              className="absolute inset-0 size-full"
            />
          ) : (
            <div aria-hidden className="absolute inset-0 bg-white" />
          )}
          <canvas
            ref={canvas}
            width={size.width}
            height={size.height}
            aria-hidden
            className={clsx("absolute inset-0 size-full", picture && "opacity-55")}
          />
          {pen.cursor && (
            <span
              aria-hidden
              className="pointer-events-none absolute size-4 -translate-1/2 rounded-full border-2 border-accent bg-white/60"
              style={{ left: `${pen.cursor.x * 100}%`, top: `${pen.cursor.y * 100}%` }}
            />
          )}
        </div>
      </div>
      <p id={hintId} className="text-xs text-muted">
        {t("keys")}
      </p>
    </div>
  );
}

/** What a key does beside drawing. */
function shortcutOf(event: KeyboardEvent): "undo" | "redo" | "in" | "out" | null {
  const isCommand = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isCommand && key === "z") return event.shiftKey ? "redo" : "undo";
  if (isCommand && key === "y") return "redo";
  if (isCommand) return null;
  if (key === "+" || key === "=") return "in";
  return key === "-" ? "out" : null;
}

const MASK_INK = "#e0512f";
const PEN_INK = "#1d1a17";

/** A canvas that shows the drawing and the stroke that is being drawn. */
function usePainted(
  { strokes }: Drawing,
  live: Drawing["strokes"][number] | null,
  size: { width: number; height: number },
  isMask: boolean,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, size.width, size.height);
    context.strokeStyle = isMask ? MASK_INK : PEN_INK;
    context.fillStyle = context.strokeStyle;
    paintStrokes(context, live ? [...strokes, live] : strokes, size);
  }, [strokes, live, size, isMask]);
  return canvas;
}

interface ToolButtonProps {
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function ToolButton({ label, pressed, disabled, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...(pressed !== undefined && { "aria-pressed": pressed })}
      disabled={disabled}
      onClick={onClick}
      className={clsx(
        "grid size-9 place-items-center rounded-control border text-ink disabled:opacity-45",
        pressed ? "border-accent bg-accent-soft text-accent" : "border-line hover:bg-hover",
      )}
    >
      {children}
    </button>
  );
}
