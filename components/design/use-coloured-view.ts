"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useWallMap } from "#components/viewer/use-wall-map.ts";
import type { Legend } from "#components/viewer/viewer-legend.tsx";
import type { WallsToggle } from "#components/viewer/viewer-toolbar.tsx";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import { DIFFERENCE_COLOURS } from "#lib/kernel/compare/colours.ts";
import type { Part } from "#lib/kernel/mesh.ts";
import { formatMm } from "./format.ts";

const DIFFERENCE = ["added", "removed", "kept"] as const;

export interface ColouredView {
  /** Shown in the place of the piece; null while the piece is. */
  parts: Part[] | null;
  legend: Legend | null;
  walls: WallsToggle;
}

export interface ColouredInput {
  kind: string;
  spec: Record<string, unknown> | null;
  /** Walls up to this are too thin for what the piece is made of, mm; null where it has none. */
  limitMm: number | null;
  /** Two revisions whose difference is looked at. */
  comparison: Comparison | null;
  onCloseComparison: () => void;
}

/** The piece in colours that tell something: how thick it is, or what an edit added and took away. */
export function useColouredView(input: ColouredInput): ColouredView {
  const { kind, spec, limitMm, comparison } = input;
  const t = useTranslations("design.coloured");
  const locale = useLocale();
  const [isOn, setOn] = useState(false);
  const map = useWallMap(kind, spec, isOn ? limitMm : null).piece;
  const difference = useGlb(comparison?.model.url ?? null);
  const walls = { on: isOn, onToggle: () => setOn((on) => !on) };
  if (comparison && difference) {
    const entries = DIFFERENCE.map((name) => ({
      label: t(name),
      colour: DIFFERENCE_COLOURS[name],
    }));
    const title = t("difference", { from: comparison.from, to: comparison.to });
    return {
      parts: difference,
      walls,
      legend: { title, entries, onClose: input.onCloseComparison },
    };
  }
  if (!isOn || !map?.legend) return { parts: null, legend: null, walls };
  const last = map.legend.length - 1;
  const entries = map.legend.map(({ mm, colour }, i) => {
    const size = formatMm(mm, 2, locale);
    const label = i === 0 ? t("thin", { size }) : i === last ? t("thick", { size }) : size;
    return { label, colour: `color(srgb-linear ${colour.join(" ")})` };
  });
  return {
    parts: map.parts,
    walls,
    legend: { title: t("walls"), entries, onClose: walls.onToggle },
  };
}

/** Parts of a model file; null until they are there. */
function useGlb(url: string | null): Part[] | null {
  const [read, setRead] = useState<{ url: string; parts: Part[] } | null>(null);
  useEffect(() => {
    if (!url) return;
    let isGone = false;
    // Three comes with it, which the page has once the viewer is in sight.
    import("#components/viewer/read-glb.ts")
      .then(({ readGlb }) => readGlb(url))
      .then((parts) => !isGone && setRead({ url, parts }))
      // The table of the comparison stays, with the file to download.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [url]);
  return read && read.url === url ? read.parts : null;
}
