"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { BatchItem } from "#lib/batches/types.ts";
import { type MaskCanvas, openMaskCanvas, type Point } from "./mask-canvas.ts";
import { RefusedUpload } from "./send-photos.ts";
import { useMaskKeys } from "./use-mask-keys.ts";

export interface MaskEditorProps {
  item: BatchItem;
  onClose: () => void;
  /** A drawn mask was uploaded for a photo's task. */
  onMask: (taskId: string, maskId: string) => void;
}

/** Where a person says what of a photo is the subject: a brush over it, with undo. */
export function MaskEditor({ item, onClose, onMask }: MaskEditorProps) {
  const t = useTranslations("batch");
  const canvas = useRef<HTMLCanvasElement>(null);
  const mask = useMask(canvas, item);
  const [isSubject, setSubject] = useState(true);
  const [widthPx, setWidthPx] = useState(40);
  const [busy, setBusy] = useState(false);
  const strokes = useStrokes(mask, widthPx, isSubject);
  const keys = useMaskKeys(mask, widthPx, isSubject);
  const send = async () => {
    if (!mask) return;
    setBusy(true);
    try {
      onMask(item.task.taskId, await uploadMask(await mask.toPng()));
      onClose();
    } catch (error) {
      toast(error instanceof RefusedUpload ? error.message : t("new.unreachable"), "bad");
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("mask.title", { name: item.task.name })}
      closeLabel={t("batch.close")}
      className="w-[min(48rem,calc(100vw-2rem))]"
    >
      <p className="text-sm text-muted">{t("mask.text")}</p>
      <canvas
        ref={canvas}
        tabIndex={0}
        aria-label={t("mask.canvas")}
        aria-describedby="mask-keys"
        className="max-h-[60vh] w-full cursor-crosshair touch-none rounded-lg object-contain"
        {...strokes}
        {...keys}
      />
      <p id="mask-keys" className="text-xs text-muted">
        {t("mask.keys")}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <Button
          look={isSubject ? "primary" : "secondary"}
          aria-pressed={isSubject}
          onClick={() => setSubject(true)}
        >
          {t("mask.paint")}
        </Button>
        <Button
          look={isSubject ? "secondary" : "primary"}
          aria-pressed={!isSubject}
          onClick={() => setSubject(false)}
        >
          {t("mask.erase")}
        </Button>
        <Button look="quiet" onClick={() => mask?.undo()}>
          {t("mask.undo")}
        </Button>
        <Field id="brush" label={t("mask.size")} className="min-w-40 flex-1">
          {(control) => (
            <Slider
              min={4}
              max={160}
              step={2}
              value={widthPx}
              onChange={(event) => setWidthPx(Number(event.currentTarget.value))}
              {...control}
            />
          )}
        </Field>
        <Button onClick={send} disabled={busy || !mask}>
          {t("mask.send")}
        </Button>
      </div>
    </Dialog>
  );
}

function useMask(canvas: React.RefObject<HTMLCanvasElement | null>, item: BatchItem) {
  const [mask, setMask] = useState<MaskCanvas | null>(null);
  const unreachable = useTranslations("batch.new")("unreachable");
  const { photoUrl, maskUrl } = item;
  const { taskId } = item.task;
  useEffect(() => {
    let isGone = false;
    const open = async (shown: HTMLCanvasElement, photo: string) =>
      openMaskCanvas(shown, photo, maskUrl ?? (await suggestedMask(taskId)));
    if (canvas.current && photoUrl) {
      open(canvas.current, photoUrl)
        .then((opened) => !isGone && setMask(opened))
        .catch(() => toast(unreachable, "bad"));
    }
    return () => {
      isGone = true;
    };
  }, [canvas, photoUrl, maskUrl, taskId, unreachable]);
  return mask;
}

/** Pointer handlers that paint while a button or finger is down. */
function useStrokes(mask: MaskCanvas | null, widthPx: number, isSubject: boolean) {
  const last = useRef<Point | null>(null);
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!mask || !last.current) return;
    const now = pointOf(event);
    mask.stroke(last.current, now, widthPx, isSubject);
    last.current = now;
  };
  return {
    onPointerDown(event: PointerEvent<HTMLCanvasElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      mask?.begin();
      last.current = pointOf(event);
      draw(event);
    },
    onPointerMove: draw,
    onPointerUp() {
      last.current = null;
    },
  };
}

/** Where the pointer is on a canvas that is shown whole inside its box, px of the canvas. */
function pointOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLCanvasElement>): Point {
  const box = currentTarget.getBoundingClientRect();
  const scale = Math.min(box.width / currentTarget.width, box.height / currentTarget.height);
  const left = box.left + (box.width - currentTarget.width * scale) / 2;
  const top = box.top + (box.height - currentTarget.height * scale) / 2;
  return [(clientX - left) / scale, (clientY - top) / scale];
}

/** Where nothing is taken for the subject one begins with an empty mask. */
async function suggestedMask(taskId: string): Promise<string | null> {
  const answer = await fetch(`/api/v1/tasks/${taskId}/mask`);
  return answer.ok ? ((await answer.json()) as { url: string }).url : null;
}

async function uploadMask(png: Blob): Promise<string> {
  const form = new FormData();
  form.append("file", png, "mask.png");
  const answer = await fetch("/api/v1/images", { method: "POST", body: form });
  const body = (await answer.json()) as { id?: string; error?: { message: string } };
  if (!body.id) throw new RefusedUpload(body.error?.message ?? String(answer.status));
  return body.id;
}
