"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import type { Finding } from "#lib/kernel/finding.ts";
import type { Part, Vec3 } from "#lib/kernel/mesh.ts";
import { pressKey } from "./keys.ts";
import { useStage } from "./use-stage.ts";
import { type Legend, ViewerLegend } from "./viewer-legend.tsx";
import { type ViewerToggles, ViewerToolbar, type WallsToggle } from "./viewer-toolbar.tsx";

export interface ViewerProps {
  /** Null while the mesh is being made. */
  parts: Part[] | null;
  /** What the model shows, read to those who do not see it. */
  title: string;
  /** A place to mark, mm. */
  pointed?: { at: Vec3; status: Finding["status"] } | null;
  /** Shown until the model is there, and instead of it where the browser has no WebGL. */
  picture?: ReactNode;
  /** Turns slowly by itself, with a pause; the wheel then scrolls the page. */
  showcase?: boolean;
  /** The model coloured by how thick it is; where not given there is no such view. */
  walls?: WallsToggle;
  /** What the model's colours mean. */
  legend?: Legend | null;
  className?: string;
}

/** Where nothing frames the model, the grid fades out before the canvas ends. */
const SOFT_EDGES = "touch-pan-y mask-[radial-gradient(closest-side,black_72%,transparent)]";

/** A turnable model on a millimetre grid. Three is loaded only when the viewer comes into sight. */
export function Viewer({
  parts,
  title,
  pointed,
  picture,
  showcase = false,
  walls,
  legend,
  className,
}: ViewerProps) {
  const t = useTranslations("viewer");
  const { canvas, overlay, stage, state } = useStage(parts, !showcase);
  const [toggles, setToggles] = useState<ViewerToggles>({
    grid: true,
    dimensions: !showcase,
    spin: showcase,
  });

  useEffect(() => stage?.set(toggles), [stage, toggles]);
  useEffect(() => {
    stage?.pointAt(pointed?.at ?? null, pointed?.status ?? "pass");
  }, [stage, pointed]);

  const shown = state === "ready" && parts !== null;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !stage) return;
    if (pressKey(stage, event.key, event.shiftKey)) event.preventDefault();
  };
  return (
    <div className={`relative isolate overflow-hidden ${className ?? ""}`}>
      <div
        role="application"
        aria-roledescription={t("model")}
        aria-label={title}
        aria-describedby="viewer-keys"
        data-ready={shown}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the model is turned with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        className="absolute inset-0 -outline-offset-2"
      >
        <canvas
          ref={canvas}
          className={`block size-full cursor-grab transition-opacity duration-500 active:cursor-grabbing ${shown ? "" : "opacity-0"} ${showcase ? SOFT_EDGES : ""}`}
        />
        <div
          ref={overlay}
          aria-hidden
          className="pointer-events-none absolute inset-0 overflow-hidden text-ink data-[shown=false]:invisible"
          data-shown={shown}
        />
      </div>
      <p id="viewer-keys" className="sr-only">
        {t("keys")}
      </p>
      {!shown && (
        <div className="pointer-events-none absolute inset-0 grid place-items-center">
          {picture}
          <p
            role="status"
            className="absolute rounded-full bg-surface/85 px-3 py-1 text-sm text-muted"
          >
            {state === "unavailable" ? t("unavailable") : t("loading")}
          </p>
        </div>
      )}
      {legend && <ViewerLegend {...legend} />}
      {shown && stage && (
        <div className="absolute inset-x-0 bottom-3 flex justify-center px-3">
          <ViewerToolbar
            stage={stage}
            toggles={toggles}
            showcase={showcase}
            walls={walls}
            onToggle={(name) => setToggles((now) => ({ ...now, [name]: !now[name] }))}
          />
        </div>
      )}
    </div>
  );
}
