"use client";

import { useState } from "react";
import type { FigurineChanges, FigurineInput } from "#lib/figurines/options.ts";

/** What a person can choose besides photos and their crop. */
export type Wish = Pick<
  FigurineInput,
  | "engine"
  | "style"
  | "strength"
  | "seed"
  | "face"
  | "hair"
  | "beard"
  | "headShape"
  | "glasses"
  | "template"
  | "heightMm"
  | "process"
  | "spec"
>;

export interface WishState {
  wish: Wish;
  /** What was chosen otherwise than before. */
  changes: FigurineChanges;
  set: <Name extends keyof Wish>(name: Name, value: Wish[Name]) => void;
  /** Changes a field of the kind `figurine`. */
  setField: (name: string, value: unknown) => void;
}

/** Colours of an outfit: another body wears its own again. */
const OF_OUTFIT = ["topColour", "bottomColour", "shoeColour", "accentColour"];

/** The choices while a person makes them, begun from those of before. */
export function useWish(before: Wish): WishState {
  const [changes, setChanges] = useState<Partial<Wish>>({});
  const wish: Wish = { ...before, ...changes };
  return {
    wish,
    changes,
    set: (name, value) =>
      setChanges((now) => ({
        ...now,
        ...(name === "template" && { spec: withoutOutfit({ ...before.spec, ...now.spec }) }),
        [name]: value,
      })),
    setField: (name, value) =>
      setChanges((now) => ({ ...now, spec: { ...before.spec, ...now.spec, [name]: value } })),
  };
}

const withoutOutfit = (spec: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => !OF_OUTFIT.includes(name)));
