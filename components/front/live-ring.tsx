"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { decimal, formatCarats, formatGrams } from "#components/design/format.ts";
import { useMoney } from "#components/design/use-money.ts";
import { Slider } from "#components/ui/slider.tsx";
import type { LivePiece } from "#components/viewer/kernel-messages.ts";
import { useLivePiece } from "#components/viewer/use-live-piece.ts";
import { Viewer } from "#components/viewer/viewer.tsx";

/** A metal to choose: its id, name and a CSS background that looks like it. */
export interface MetalChoice {
  id: string;
  label: string;
  swatch: string;
}

export interface LiveRingProps {
  kind: string;
  spec: Record<string, unknown>;
  title: string;
  metals: MetalChoice[];
  /** Shown until the model is there. */
  picture: ReactNode;
}

/** The ring of the headline: built by the kernel in the visitor's browser, turned and changed by hand. */
export function LiveRing({ kind, spec, title, metals, picture }: LiveRingProps) {
  const [bandWidthMm, setBandWidthMm] = useState(Number(spec.bandWidthMm));
  const [alloy, setAlloy] = useState(String(spec.alloy));
  const { piece, previewMs } = useLivePiece(kind, { ...spec, bandWidthMm, alloy });
  return (
    <div className="grid gap-4">
      <div className="relative aspect-square sm:aspect-5/4 lg:aspect-square">
        {piece ? (
          <Viewer
            parts={piece.parts}
            title={title}
            picture={picture}
            showcase
            className="size-full"
          />
        ) : (
          picture
        )}
      </div>
      <LivePanel
        piece={piece}
        previewMs={previewMs}
        bandWidthMm={bandWidthMm}
        onBandWidth={setBandWidthMm}
        alloy={alloy}
        onAlloy={setAlloy}
        metals={metals}
      />
    </div>
  );
}

interface LivePanelProps {
  piece: LivePiece | null;
  previewMs: number | null;
  bandWidthMm: number;
  onBandWidth: (mm: number) => void;
  alloy: string;
  onAlloy: (id: string) => void;
  metals: MetalChoice[];
}

/** One slider, a few metals, and the numbers that follow. */
function LivePanel(props: LivePanelProps) {
  const { piece, previewMs, bandWidthMm, onBandWidth, alloy, onAlloy, metals } = props;
  const t = useTranslations("front.live");
  const locale = useLocale();
  return (
    <div className="mx-auto grid w-full max-w-lg gap-4 rounded-card border border-line bg-surface p-4 shadow-card sm:grid-cols-[1fr_auto] sm:items-center sm:gap-x-6">
      <div className="grid gap-1 text-sm">
        <label htmlFor="front-band" className="flex justify-between gap-3">
          {t("band")}{" "}
          <span className="tabular-nums text-muted">{decimal(bandWidthMm, 1, 1, locale)} mm</span>
        </label>
        <Slider
          id="front-band"
          min={2}
          max={5}
          step={0.1}
          value={bandWidthMm}
          onChange={(event) => onBandWidth(event.currentTarget.valueAsNumber)}
        />
      </div>
      <fieldset className="flex items-center gap-1.5">
        <legend className="sr-only">{t("metal")}</legend>
        {metals.map((metal) => (
          <label
            key={metal.id}
            title={metal.label}
            className="grid size-8 cursor-pointer place-items-center rounded-full border-2 border-transparent has-checked:border-ink has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name="front-metal"
              checked={alloy === metal.id}
              onChange={() => onAlloy(metal.id)}
              aria-label={metal.label}
              className="sr-only"
            />
            <span
              aria-hidden
              className="size-6 rounded-full ring-1 ring-ink/15"
              style={{ background: metal.swatch }}
            />
          </label>
        ))}
      </fieldset>
      <LiveNumbers piece={piece} previewMs={previewMs} />
    </div>
  );
}

function LiveNumbers({ piece, previewMs }: Pick<LivePanelProps, "piece" | "previewMs">) {
  const t = useTranslations("front.live");
  const locale = useLocale();
  const money = useMoney();
  const price = piece && money.short(piece.price.totalMinor, piece.price.currency);
  const numbers = [
    { name: t("mass"), value: piece && formatGrams(piece.measures.massG, locale) },
    { name: t("stones"), value: piece && formatCarats(piece.measures.totalCarats, locale) },
    { name: t("price"), value: price },
    { name: t("took"), value: previewMs && `${Math.round(previewMs)} ms` },
  ];
  return (
    <dl className="grid grid-cols-4 gap-2 border-t border-line pt-3 sm:col-span-2">
      {numbers.map(({ name, value }) => (
        <div key={name} className="grid gap-0.5">
          <dt className="text-xs text-muted">{name}</dt>
          <dd className="text-sm font-medium tabular-nums sm:text-base">{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
