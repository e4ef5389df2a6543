"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { ShownPicture } from "./shown-picture.ts";

interface StageProps {
  picture: ShownPicture;
  /** Laid beside it; null: it is seen alone. */
  other: ShownPicture | null;
  onEnd: () => void;
}

/** One picture large, or two compared: by a slider over both, or side by side. */
export function Stage({ picture, other, onEnd }: StageProps) {
  const t = useTranslations("concept.compare");
  const [isSideBySide, setSideBySide] = useState(false);
  if (!other) return <Large picture={picture} />;
  return (
    <section aria-label={t("title")} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="flex-1 font-medium">
          {t("of", { first: picture.name, second: other.name })}
        </h2>
        <button
          type="button"
          aria-pressed={isSideBySide}
          onClick={() => setSideBySide(!isSideBySide)}
          className={BUTTON}
        >
          {isSideBySide ? t("overlaid") : t("beside")}
        </button>
        <button type="button" onClick={onEnd} className={BUTTON}>
          {t("end")}
        </button>
      </div>
      {isSideBySide ? (
        <div className="grid grid-cols-2 gap-3">
          {[picture, other].map((one) => (
            <figure key={one.id} className="grid gap-2">
              <Large picture={one} />
              <figcaption className="text-center text-sm text-muted">{one.name}</figcaption>
            </figure>
          ))}
        </div>
      ) : (
        <Overlaid {...{ picture, other }} />
      )}
    </section>
  );
}

const BUTTON = "rounded-control border border-line-strong px-3 py-1.5 text-sm hover:bg-hover";
const FRAME =
  "mx-auto max-h-[64dvh] w-full rounded-card border border-line bg-hover object-contain";

function Large({ picture }: { picture: ShownPicture }) {
  return (
    <Picture
      src={picture.url}
      alt={picture.name}
      width={picture.width}
      height={picture.height}
      className={FRAME}
    />
  );
}

/** The second picture over the first, from the slider's place on. */
function Overlaid({ picture, other }: { picture: ShownPicture; other: ShownPicture }) {
  const t = useTranslations("concept.compare");
  const [share, setShare] = useState(50);
  return (
    <div className="grid gap-2">
      <div className="relative">
        <Large picture={picture} />
        <Picture
          src={other.url}
          alt={other.name}
          className={`${FRAME} absolute inset-0 h-full border-transparent`}
          style={{ clipPath: `inset(0 0 0 ${share}%)` }}
        />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-0.5 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.4)]"
          style={{ left: `${share}%` }}
        />
        <Tag side="left-3">{picture.name}</Tag>
        <Tag side="right-3">{other.name}</Tag>
      </div>
      <Slider
        aria-label={t("slider")}
        min={0}
        max={100}
        step={1}
        value={share}
        onChange={(event) => setShare(Number(event.target.value))}
      />
    </div>
  );
}

function Tag({ side, children }: { side: string; children: string }) {
  return (
    <span
      aria-hidden
      className={`${side} pointer-events-none absolute bottom-3 rounded-full bg-black/65 px-2.5 py-1 text-xs text-white`}
    >
      {children}
    </span>
  );
}
