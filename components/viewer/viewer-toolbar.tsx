"use client";

import {
  Box,
  Grid3x3,
  Layers,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  Ruler,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Stage, ViewName } from "./stage/stage.ts";

export interface ViewerToggles {
  grid: boolean;
  dimensions: boolean;
  spin: boolean;
}

/** The view of how thick the piece is. */
export interface WallsToggle {
  on: boolean;
  onToggle: () => void;
}

interface ToolbarProps {
  stage: Stage;
  toggles: ViewerToggles;
  onToggle: (name: keyof ViewerToggles) => void;
  /** The piece turns by itself, so that a pause is needed, and only the first tools are shown. */
  showcase: boolean;
  walls?: WallsToggle | undefined;
}

const VIEWS: ViewName[] = ["front", "side", "top"];

/** Everything the pointer can do by dragging, as buttons too. */
export function ViewerToolbar({ stage, toggles, onToggle, showcase, walls }: ToolbarProps) {
  const t = useTranslations("viewer");
  return (
    <div
      role="toolbar"
      aria-label={t("controls")}
      className="flex items-center gap-0.5 rounded-full border border-line bg-surface/90 p-1 shadow-sm backdrop-blur"
    >
      {showcase && (
        <Tool label={toggles.spin ? t("pause") : t("play")} onPress={() => onToggle("spin")}>
          {toggles.spin ? <Pause size={16} /> : <Play size={16} />}
        </Tool>
      )}
      <Tool label={t("turnLeft")} onPress={() => stage.turn(-0.35, 0)}>
        <RotateCw size={16} />
      </Tool>
      <Tool label={t("turnRight")} onPress={() => stage.turn(0.35, 0)}>
        <RotateCcw size={16} />
      </Tool>
      <Tool label={t("zoomIn")} onPress={() => stage.zoom(0.8)}>
        <ZoomIn size={16} />
      </Tool>
      <Tool label={t("zoomOut")} onPress={() => stage.zoom(1.25)}>
        <ZoomOut size={16} />
      </Tool>
      {!showcase && <MoreTools {...{ stage, toggles, onToggle, walls }} />}
    </div>
  );
}

function MoreTools({ stage, toggles, onToggle, walls }: Omit<ToolbarProps, "showcase">) {
  const t = useTranslations("viewer");
  return (
    <>
      <Divider />
      <Tool label={t("reset")} onPress={() => stage.look("studio")}>
        <Box size={16} />
      </Tool>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          className="h-8 rounded-full px-2.5 text-xs text-muted hover:bg-hover hover:text-ink"
          onClick={() => stage.look(view)}
        >
          {t(`views.${view}`)}
        </button>
      ))}
      <span className="flex items-center gap-0.5 max-sm:hidden">
        <Divider />
        <Tool label={t("grid")} pressed={toggles.grid} onPress={() => onToggle("grid")}>
          <Grid3x3 size={16} />
        </Tool>
        <Tool
          label={t("dimensions")}
          pressed={toggles.dimensions}
          onPress={() => onToggle("dimensions")}
        >
          <Ruler size={16} />
        </Tool>
      </span>
      {walls && (
        <Tool label={t("walls")} pressed={walls.on} onPress={walls.onToggle}>
          <Layers size={16} />
        </Tool>
      )}
    </>
  );
}

interface ToolProps {
  label: string;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Tool({ label, pressed, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onPress}
      className="grid size-8 place-items-center rounded-full text-muted hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink"
    >
      {children}
    </button>
  );
}

const Divider = () => <span aria-hidden className="mx-1 h-4 w-px bg-line" />;
