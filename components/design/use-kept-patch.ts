"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Spec } from "#lib/designs/types.ts";
import { keepEdits, keptEdits } from "./kept-edits.ts";

interface KeptPatch {
  patch: Spec;
  /** The same without waiting for a render. */
  latest: RefObject<Spec>;
  put: (patch: Spec) => void;
  /** A former visit left this patch unsaved. */
  restored: boolean;
}

export const isEmpty = (patch: Spec) => Object.keys(patch).length === 0;

/** Fields of a design that are changed and not saved, kept in the browser for a reload. */
export function useKeptPatch(designId: string): KeptPatch {
  const [patch, setPatch] = useState<Spec>({});
  const [restored, setRestored] = useState(false);
  const latest = useRef<Spec>({});
  const put = useCallback(
    (next: Spec) => {
      latest.current = next;
      setPatch(next);
      keepEdits(designId, next);
    },
    [designId],
  );
  useEffect(() => {
    const kept = keptEdits(designId);
    if (isEmpty(kept)) return;
    put(kept);
    setRestored(true);
  }, [designId, put]);
  return { patch, latest, put, restored };
}
