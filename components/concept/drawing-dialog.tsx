"use client";

import { useTranslations } from "next-intl";
import { useReducer, useState } from "react";
import { type UploadedPicture, uploadPicture } from "#components/design/upload-picture.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { TextAreaField } from "#components/ui/text-area.tsx";
import { toast } from "#components/ui/toast.tsx";
import { BLANK, drawn, isBlank, type Tool, toPng } from "./drawing.ts";
import { DrawingBoard } from "./drawing-board.tsx";
import type { ShownPicture } from "./shown-picture.ts";

interface DrawingDialogProps {
  /** The picture a mask is drawn on; null: a sketch on white paper. */
  picture: ShownPicture | null;
  /** A drawing without words says nothing. */
  needsWords?: boolean;
  /** The stored drawing, and the words for it. */
  onDone: (drawing: UploadedPicture, words: string) => void;
  onClose: () => void;
}

const MASK = { ink: "#ffffff", ground: "#000000" };
const SKETCH = { ink: "#1d1a17", ground: "#ffffff" };
const MASK_TOOLS: readonly Tool[] = ["brush", "lasso", "eraser"];
const SKETCH_TOOLS: readonly Tool[] = ["brush", "lasso", "eraser"];
const PAPER = { width: 768, height: 768 };

/** Where a mask or a sketch is drawn, and said what it shall become. */
export function DrawingDialog({ picture, needsWords, onDone, onClose }: DrawingDialogProps) {
  const t = useTranslations(picture ? "concept.repaint" : "concept.sketch");
  const failed = useTranslations("concept")("unreachable");
  const [drawing, step] = useReducer(drawn, BLANK);
  const [words, setWords] = useState("");
  const [sending, setSending] = useState(false);
  const size = picture ?? PAPER;
  const send = async () => {
    setSending(true);
    const file = await toPng(drawing, size, picture ? MASK : SKETCH);
    const sent = await uploadPicture(file, failed, picture ? { mask_of: picture.imageId } : {});
    setSending(false);
    if (typeof sent === "string") toast(sent, "bad");
    else onDone(sent, words.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      closeLabel={t("close")}
      className="w-[min(60rem,calc(100vw-1rem))]"
    >
      <p className="text-sm text-muted">{t("hint")}</p>
      <DrawingBoard
        drawing={drawing}
        onStep={step}
        picture={picture && { url: picture.url, alt: picture.name }}
        size={size}
        label={t("board")}
        tools={picture ? MASK_TOOLS : SKETCH_TOOLS}
        brushWidth={picture ? 0.05 : 0.015}
      />
      <TextAreaField
        name="drawing-words"
        label={t("words")}
        placeholder={t("example")}
        rows={2}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button look="secondary" onClick={onClose}>
          {t("close")}
        </Button>
        <Button
          disabled={sending || isBlank(drawing) || (needsWords && !words.trim())}
          onClick={send}
        >
          {sending ? t("sending") : t("send")}
        </Button>
      </div>
    </Dialog>
  );
}
