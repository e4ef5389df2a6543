"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { Point, Stroke, Tool } from "./drawing.ts";

/** How far an arrow key moves the pen, as a part of the picture. */
const KEY_STEP = 0.02;
const FINE_STEP = 0.005;

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where the keys begin. */
const MIDDLE: Point = { x: 0.5, y: 0.5 };

const within = (value: number) => Math.min(1, Math.max(0, value));

interface PenOptions {
  tool: Tool;
  width: number;
  onStroke: (stroke: Stroke) => void;
}

/** Draws by pointer, and by keys: arrows move the pen, Space puts it down and lifts it. */
export function usePen({ tool, width, onStroke }: PenOptions) {
  const [live, setLive] = useState<Stroke | null>(null);
  const [cursor, setCursor] = useState<Point | null>(null);
  const pulling = useRef<Point[] | null>(null);
  const pull = (point: Point) => {
    pulling.current?.push(point);
    setLive(pulling.current && { tool, width, points: [...pulling.current] });
  };
  const put = (point: Point) => {
    pulling.current = [];
    pull(point);
  };
  const lift = () => {
    if (pulling.current) onStroke({ tool, width, points: pulling.current });
    pulling.current = null;
    setLive(null);
  };

  const putDown = () => {
    const at = cursor ?? MIDDLE;
    setCursor(at);
    put(at);
  };
  const moveByKey = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction) return false;
    const step = event.shiftKey ? FINE_STEP : KEY_STEP;
    const from = cursor ?? MIDDLE;
    const to = { x: within(from.x + direction[0] * step), y: within(from.y + direction[1] * step) };
    setCursor(to);
    if (pulling.current) pull(to);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isPen = event.key === " " || event.key === "Enter";
    if (isPen && pulling.current) lift();
    else if (isPen) putDown();
    else if (!moveByKey(event)) return;
    event.preventDefault();
  };
  return {
    live,
    cursor,
    keys: { onKeyDown, onBlur: lift },
    pointer: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        setCursor(null);
        put(placeOf(event));
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => pulling.current && pull(placeOf(event)),
      onPointerUp: lift,
      onPointerCancel: lift,
    },
  };
}

function placeOf(event: PointerEvent<HTMLElement>): Point {
  const box = event.currentTarget.getBoundingClientRect();
  return {
    x: within((event.clientX - box.left) / box.width),
    y: within((event.clientY - box.top) / box.height),
  };
}
