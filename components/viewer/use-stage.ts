"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { Part } from "#lib/kernel/mesh.ts";
import type { Stage } from "./stage/stage.ts";

export type StageState = "waiting" | "ready" | "unavailable";

export interface StageHandles {
  canvas: RefObject<HTMLCanvasElement | null>;
  overlay: RefObject<HTMLDivElement | null>;
  /** Null until three has loaded. */
  stage: Stage | null;
  state: StageState;
}

/**
 * Loads three and sets up the stage once the canvas comes into sight, and follows its size,
 * the page's colours and how much motion is wanted. `unavailable` where the browser has no WebGL 2.
 */
export function useStage(parts: Part[] | null, wheelZooms: boolean): StageHandles {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [state, setState] = useState<StageState>("waiting");

  useEffect(() => {
    const target = canvas.current;
    const labels = overlay.current;
    if (!target || !labels) return;
    let made: Stage | null = null;
    let gone = false;
    const set = async () => {
      const { createStage } = await import("./stage/stage.ts");
      if (gone) return;
      try {
        made = createStage({ canvas: target, overlay: labels, wheelZooms });
        setStage(made);
        setState("ready");
      } catch {
        setState("unavailable");
      }
    };
    const seen = whenSeen(target, set);
    return () => {
      gone = true;
      seen.disconnect();
      made?.dispose();
      setStage(null);
    };
  }, [wheelZooms]);

  useEffect(() => {
    if (stage && parts && parts.length > 0) stage.show(parts);
  }, [stage, parts]);

  useEffect(() => {
    const target = canvas.current;
    const labels = overlay.current;
    if (!stage || !target || !labels) return;
    const size = new ResizeObserver(() => stage.resize());
    size.observe(target);
    const stopColors = followColors(labels, (ink) => stage.set({ ink }));
    const stopMotion = followMotion(target, stage);
    return () => {
      size.disconnect();
      stopColors();
      stopMotion();
    };
  }, [stage]);

  return { canvas, overlay, stage, state };
}

/** Tells the stage, now and at every change, whether it is seen and whether motion is wanted. */
function followMotion(target: Element, stage: Stage): () => void {
  const preference = window.matchMedia("(prefers-reduced-motion: reduce)");
  const read = () => stage.set({ stillness: preference.matches });
  const sight = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (last) stage.set({ inSight: last.isIntersecting });
  });
  preference.addEventListener("change", read);
  sight.observe(target);
  read();
  return () => {
    sight.disconnect();
    preference.removeEventListener("change", read);
  };
}

function whenSeen(target: Element, then: () => void): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: "120px" },
  );
  observer.observe(target);
  return observer;
}

/** Tells the text colour now and whenever the page's theme changes. */
function followColors(element: Element, tell: (ink: string) => void): () => void {
  const read = () => tell(getComputedStyle(element).color);
  const scheme = window.matchMedia("(prefers-color-scheme: dark)");
  const attributes = new MutationObserver(read);
  attributes.observe(document.documentElement, { attributes: true });
  scheme.addEventListener("change", read);
  read();
  return () => {
    attributes.disconnect();
    scheme.removeEventListener("change", read);
  };
}
