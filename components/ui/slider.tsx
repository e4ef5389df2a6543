import clsx from "clsx";
import type { ComponentProps, CSSProperties } from "react";

export interface SliderProps
  extends Omit<ComponentProps<"input">, "type" | "min" | "max" | "step" | "value"> {
  min: number;
  max: number;
  step: number;
  value: number;
}

/** A native range: keyboard, touch and screen readers come with it. Label it with a Field. */
export function Slider({ min, max, step, value, className, style, ...rest }: SliderProps) {
  const filled = max > min ? ((value - min) / (max - min)) * 100 : 0;
  return (
    <input
      type="range"
      min={min}
      max={max}
      step={step}
      value={value}
      className={clsx("slider", className)}
      style={{ ...style, "--filled": `${Math.min(100, Math.max(0, filled))}%` } as CSSProperties}
      {...rest}
    />
  );
}
