"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DesignChange, DesignView, Spec } from "#lib/designs/types.ts";
import type { ActionError, ActionResult } from "#lib/http/define-action.ts";
import type { Change } from "./change-line.tsx";
import { isEmpty, useKeptPatch } from "./use-kept-patch.ts";

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
  /** What somebody else changed while this was being edited, if so. */
  elsewhere: Change | null;
  /** Edits of a former visit were found and taken up. */
  restored: boolean;
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
  const { patch, latest, put, restored } = useKeptPatch(given.id);
  const [state, setState] = useState<SaveState>(SAVED);
  const queue = useRef({ base: design.revision.number, busy: false, stale: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A refresh of the page brings new functions: they must not restart what waits to be saved.
  const page = useRef({ save, onSaved, newest: given.revision });
  useEffect(() => {
    page.current = { save, onSaved, newest: given.revision };
  });

  const saveNow = useCallback(async () => {
    clearTimeout(timer.current);
    const sent = latest.current;
    if (queue.current.busy || isEmpty(sent)) return;
    queue.current.busy = true;
    setState((now) => ({ ...now, status: "saving", error: null }));
    const baseRevision = queue.current.base;
    const result = await saveOrFail(page.current.save, {
      designId: given.id,
      patch: sent,
      baseRevision,
    });
    queue.current.busy = false;
    if (!result.ok) {
      if (result.error.code !== "conflict") {
        setState((now) => ({ ...now, status: "failed", error: result.error }));
      } else if (queue.current.base > baseRevision) {
        // The newer revision came while the refusal was on its way.
        setState((now) => ({ ...now, elsewhere: page.current.newest }));
        void saveNow();
      } else {
        queue.current.stale = true;
        page.current.onSaved();
      }
      return;
    }
    queue.current.base = result.data.design.revision.number;
    setAnswered(result.data.design);
    const left = withoutSaved(latest.current, sent);
    put(left);
    setState((now) => ({ ...now, status: isEmpty(left) ? "saved" : "unsaved" }));
    if (!isEmpty(left)) timer.current = setTimeout(saveNow, SAVE_AFTER_MS);
    page.current.onSaved();
  }, [given.id, latest, put]);

  const change = (field: string, value: unknown) => {
    put({ ...latest.current, [field]: value });
    setState({ ...SAVED, status: "unsaved" });
    clearTimeout(timer.current);
    timer.current = setTimeout(saveNow, SAVE_AFTER_MS);
  };

  // A revision made elsewhere has come: what was refused because of it is saved on top of it.
  const { number } = design.revision;
  useEffect(() => {
    if (number <= queue.current.base) return;
    queue.current.base = number;
    if (!queue.current.stale) return;
    queue.current.stale = false;
    setState((now) => ({ ...now, elsewhere: given.revision }));
    void saveNow();
  }, [number, given.revision, saveNow]);

  useEffect(() => {
    if (restored) void saveNow();
  }, [restored, saveNow]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const spec = { ...design.revision.spec, ...patch };
  return { design, spec, dirty: !isEmpty(patch), restored, ...state, change, saveNow };
}

type SaveState = Pick<Edits, "status" | "elsewhere" | "error">;
const SAVED: SaveState = { status: "saved", elsewhere: null, error: null };

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
