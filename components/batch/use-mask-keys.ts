import { type KeyboardEvent, useRef } from "react";
import type { MaskCanvas, Point } from "./mask-canvas.ts";

const STEPS: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Key handlers that move a brush over the mask, from its middle, and paint where it is. */
export function useMaskKeys(mask: MaskCanvas | null, widthPx: number, isSubject: boolean) {
  const brush = useRef<Point | null>(null);
  const placeOf = ({ currentTarget: { width, height } }: KeyboardEvent<HTMLCanvasElement>) =>
    brush.current ?? ([width / 2, height / 2] as const);
  return {
    onFocus(event: React.FocusEvent<HTMLCanvasElement>) {
      if (!event.currentTarget.matches(":focus-visible")) return;
      const { width, height } = event.currentTarget;
      brush.current ??= [width / 2, height / 2];
      mask?.showBrush(brush.current, widthPx);
    },
    onBlur: () => mask?.showBrush(null, widthPx),
    onKeyDown(event: KeyboardEvent<HTMLCanvasElement>) {
      if (!mask) return;
      const place = placeOf(event);
      const step = STEPS[event.key];
      if (step) brush.current = moved(place, step, widthPx / 2, event.currentTarget);
      else if (event.key === " ") {
        mask.begin();
        mask.stroke(place, place, widthPx, isSubject);
      } else if (event.key === "z" && (event.ctrlKey || event.metaKey)) mask.undo();
      else return;
      event.preventDefault();
      mask.showBrush(brush.current ?? place, widthPx);
    },
  };
}

function moved([x, y]: Point, [dx, dy]: Point, by: number, area: HTMLCanvasElement): Point {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return [within(x + dx * by, area.width), within(y + dy * by, area.height)];
}
