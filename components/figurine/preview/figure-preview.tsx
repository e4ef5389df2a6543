"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useLivePiece } from "#components/viewer/use-live-piece.ts";
import { Viewer } from "#components/viewer/viewer.tsx";
import { figurineSpec } from "#lib/kinds/figurine/from-face.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import type { Wish } from "../wish/use-wish.ts";

interface FigurePreviewProps {
  wish: Wish;
  /** What the head stage came to. */
  head: Record<string, unknown>;
}

/** A figurine with its own head, made on this device as it would be with other choices. */
export default function FigurePreview({ wish, head }: FigurePreviewProps) {
  const t = useTranslations("figurine.preview");
  const spec = useMemo(() => specOf(wish, head), [wish, head]);
  const live = useLivePiece("figurine", spec);
  return (
    <div className="grid gap-2">
      <Viewer
        parts={live.piece?.parts ?? null}
        title={t("title")}
        showcase
        className="aspect-square w-full rounded-card bg-linear-to-b from-surface to-sunken"
      />
      {(live.refused || live.broken) && (
        <p className="text-xs text-muted">{live.refused ?? t("broken")}</p>
      )}
    </div>
  );
}

/** Null where the values do not go together. */
function specOf(wish: Wish, head: Record<string, unknown>): FigurineSpec | null {
  try {
    return figurineSpec(wish, head);
  } catch {
    return null;
  }
}
