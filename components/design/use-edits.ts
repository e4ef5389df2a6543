"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DesignChange, DesignView, Spec } from "#lib/designs/types.ts";
import type { ActionError, ActionResult } from "#lib/http/define-action.ts";
import { keepEdits, keptEdits } from "./kept-edits.ts";

/** After the last move of a slider, this long until the change is saved, ms. */
const SAVE_AFTER_MS = 700;

export interface EditInput {
  designId: string;
  patch: Spec;
  baseRevision: number;
}

export type SaveEdit = (input: EditInput) => Promise<ActionResult<DesignChange>>;

export interface Edits {
  /** The newest revision known here, saved or just answered. */
  design: DesignView;
  /** The spec with what is not saved yet laid over it. */
  spec: Spec;
  dirty: boolean;
  status: "saved" | "unsaved" | "saving" | "failed";
  /** Something to tell about the saving. */
  notice: "elsewhere" | "restored" | null;
  error: ActionError | null;
  change: (field: string, value: unknown) => void;
  saveNow: () => void;
}

/**
 * Edits of a design: shown at once, saved when they rest, kept in the browser until they are. When the
 * design changed elsewhere meanwhile, the edit is laid over the newest revision.
 */
export function useEdits(given: DesignView, save: SaveEdit, onSaved: () => void): Edits {
  const [answered, setAnswered] = useState<DesignView | null>(null);
  const design = newer(answered, given);
  const [patch, setPatch] = useState<Spec>({});
  const [status, setStatus] = useState<Edits["status"]>("saved");
  const [notice, setNotice] = useState<Edits["notice"]>(null);
  const [error, setError] = useState<ActionError | null>(null);
  const latest = useRef({ patch, base: design.revision.number, busy: false, stale: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = useCallback(
    (next: Spec) => {
      latest.current.patch = next;
      setPatch(next);
      keepEdits(given.id, next);
    },
    [given.id],
  );

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    const now = latest.current;
    if (now.busy || isEmpty(now.patch)) return;
    now.busy = true;
    setStatus("saving");
    const sent = now.patch;
    const result = await saveOrFail(save, {
      designId: given.id,
      patch: sent,
      baseRevision: now.base,
    });
    now.busy = false;
    if (result.ok) {
      now.base = result.data.design.revision.number;
      setAnswered(result.data.design);
      put(withoutSaved(now.patch, sent));
      setError(null);
      setStatus(isEmpty(now.patch) ? "saved" : "unsaved");
      if (!isEmpty(now.patch)) timer.current = setTimeout(saveNow, SAVE_AFTER_MS);
      onSaved();
    } else if (result.error.code === "conflict") {
      now.stale = true;
      setNotice("elsewhere");
      onSaved();
    } else {
      setError(result.error);
      setStatus("failed");
    }
  }, [given.id, save, put, onSaved]);

  const change = useCallback(
    (field: string, value: unknown) => {
      put({ ...latest.current.patch, [field]: value });
      setStatus("unsaved");
      setNotice(null);
      setError(null);
      clearTimeout(timer.current);
      timer.current = setTimeout(saveNow, SAVE_AFTER_MS);
    },
    [put, saveNow],
  );

  // A revision made elsewhere has come: what was refused because of it is saved on top of it.
  useEffect(() => {
    const now = latest.current;
    if (design.revision.number <= now.base) return;
    now.base = design.revision.number;
    if (!now.stale) return;
    now.stale = false;
    void saveNow();
  }, [design.revision.number, saveNow]);

  useEffect(() => {
    const kept = keptEdits(given.id);
    if (isEmpty(kept)) return;
    put(kept);
    setNotice("restored");
    void saveNow();
  }, [given.id, put, saveNow]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const spec = { ...design.revision.spec, ...patch };
  return { design, spec, dirty: !isEmpty(patch), status, notice, error, change, saveNow };
}

const isEmpty = (patch: Spec) => Object.keys(patch).length === 0;

/** The later of the two; of the same number the given one, which has pictures and files by now. */
function newer(answered: DesignView | null, given: DesignView): DesignView {
  if (!answered || answered.id !== given.id) return given;
  return answered.revision.number > given.revision.number ? answered : given;
}

/** What was changed again while it was being saved. */
function withoutSaved(patch: Spec, saved: Spec): Spec {
  return Object.fromEntries(
    Object.entries(patch).filter(([field, value]) => saved[field] !== value),
  );
}

/** No network is an error like any other: the edit is kept and can be saved again. */
async function saveOrFail(save: SaveEdit, input: EditInput): Promise<ActionResult<DesignChange>> {
  try {
    return await save(input);
  } catch {
    const message = "The service could not be reached.";
    return { ok: false, error: { code: "unavailable", message, ref: "" }, values: {} };
  }
}
